package io.facelibrary.green.internal.auth;

import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.BARE;
import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.WITH_EQUALS_SIGN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature {@code ACS3-HMAC-SHA256}, computed over the headers that it names and the body.
 *
 * <p>Source: "ROA request body and signature mechanism" of help.aliyun.com, and the composers of
 * the official clients. Every {@code x-acs-} header of a request must be among the named ones, so
 * that nobody can add one in transit.
 *
 * <p>The Java SDK core in version 4.7.6 signs the digest of an empty body for every body that is
 * not a form. {@link SignaturePolicy#LENIENT} accepts this. Such a body is protected only by {@code
 * Content-MD5}, which is not signed: it detects accidents, not tampering.
 */
final class Acs3Signature implements AcsScheme {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final String TIME = "x-acs-date";
  private static final String BODY_DIGEST = "x-acs-content-sha256";
  private static final String EMPTY_BODY_DIGEST = Hashes.sha256Hex(new byte[0]);

  private final String accessKeyId;
  private final List<String> signedHeaders;
  private final String signature;
  private final SignaturePolicy policy;

  private Acs3Signature(
      String accessKeyId, List<String> signedHeaders, String signature, SignaturePolicy policy) {
    this.accessKeyId = accessKeyId;
    this.signedHeaders = signedHeaders;
    this.signature = signature;
    this.policy = policy;
  }

  static Acs3Signature of(ReceivedRequest request, String text, SignaturePolicy policy)
      throws RejectedRequestException {
    var fields =
        AuthorizationFields.read(text)
            .filter(all -> all.get("Credential").isPresent() && all.get("Signature").isPresent())
            .orElseThrow(() -> new RejectedRequestException(AcsErrors.incompleteSignature()));
    List<String> signed = fields.names("SignedHeaders");
    if (!covers(signed, request)) {
      throw new RejectedRequestException(AcsErrors.incompleteSignature());
    }
    return new Acs3Signature(
        fields.get("Credential").orElseThrow(),
        List.copyOf(signed),
        fields.get("Signature").orElseThrow(),
        policy);
  }

  private static boolean covers(List<String> signed, ReceivedRequest request) {
    return request.headers().keySet().containsAll(signed)
        && request.headers().keySet().stream()
            .allMatch(name -> !name.startsWith("x-acs-") || signed.contains(name));
  }

  @Override
  public String accessKeyId() {
    return accessKeyId;
  }

  @Override
  public Instant time(ReceivedRequest request) throws RejectedRequestException {
    String text =
        request
            .header(TIME)
            .orElseThrow(() -> new RejectedRequestException(AcsErrors.missingTime()));
    return TimeWindow.extended(text)
        .orElseThrow(() -> new RejectedRequestException(AcsErrors.malformedTime()));
  }

  @Override
  public Optional<String> mismatch(ReceivedRequest request, Secret secret) {
    byte[] key = secret.reveal().getBytes(UTF_8);
    String bodyDigest = bodyDigest(request);
    Set<String> texts = new LinkedHashSet<>();
    SignedQuery query = SignedQuery.ofForm(request.rawQuery());
    for (String form : List.of(query.encoded(WITH_EQUALS_SIGN), query.encoded(BARE))) {
      texts.add(stringToSign(request, form, bodyDigest));
    }
    for (String text : texts) {
      byte[] expected = Hashes.hmacSha256(key, RawBytesText.bytes(text));
      if (Hashes.equalInConstantTime(HexFormat.of().formatHex(expected), signature)) {
        return Optional.empty();
      }
    }
    return Optional.of(texts.iterator().next());
  }

  private String bodyDigest(ReceivedRequest request) {
    boolean bodyIsUnsigned =
        policy == SignaturePolicy.LENIENT
            && request.header(BODY_DIGEST).orElse("").equals(EMPTY_BODY_DIGEST);
    return bodyIsUnsigned ? EMPTY_BODY_DIGEST : Hashes.sha256Hex(request.body());
  }

  private String stringToSign(ReceivedRequest request, String query, String bodyDigest) {
    StringBuilder text = new StringBuilder(1024);
    text.append(request.method()).append('\n');
    text.append(RawBytesText.of(request.path())).append('\n');
    text.append(query).append('\n');
    for (String name : signedHeaders) {
      String value = RawBytesText.of(request.header(name).orElse("")).strip();
      text.append(name).append(':').append(value).append('\n');
    }
    text.append('\n').append(String.join(";", signedHeaders)).append('\n').append(bodyDigest);
    return ALGORITHM + "\n" + Hashes.sha256Hex(RawBytesText.bytes(text.toString()));
  }
}
