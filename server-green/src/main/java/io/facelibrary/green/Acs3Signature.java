package io.facelibrary.green;

import static io.facelibrary.green.SignedQuery.EmptyValue.BARE;
import static io.facelibrary.green.SignedQuery.EmptyValue.WITH_EQUALS_SIGN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signature {@code ACS3-HMAC-SHA256}, over the headers that it names and over the body.
 *
 * <p>Source: "ROA request body and signature mechanism" of help.aliyun.com, and the composers of
 * the official clients. Every header {@code x-acs-} that was sent must be among those named, so
 * that none can be added on the way.
 *
 * <p>The Java SDK core in version 4.7.6 signs the digest of an empty body whatever the body is,
 * unless it is a form. When lenient this is accepted, and such a body is protected by nothing but
 * {@code Content-MD5}, which is not signed: it guards against accidents and not against malice.
 */
final class Acs3Signature implements AcsScheme {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final String TIME = "x-acs-date";
  private static final String BODY_DIGEST = "x-acs-content-sha256";
  private static final String DIGEST_OF_NOTHING = Hashes.sha256Hex(new byte[0]);

  private final String accessKeyId;
  private final List<String> signedHeaders;
  private final String signature;
  private final SignaturePolicy strictness;

  private Acs3Signature(
      String accessKeyId,
      List<String> signedHeaders,
      String signature,
      SignaturePolicy strictness) {
    this.accessKeyId = accessKeyId;
    this.signedHeaders = signedHeaders;
    this.signature = signature;
    this.strictness = strictness;
  }

  static Acs3Signature of(ReceivedRequest request, String text, SignaturePolicy strictness)
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
        strictness);
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
      if (Hashes.same(HexFormat.of().formatHex(expected), signature)) {
        return Optional.empty();
      }
    }
    return Optional.of(texts.iterator().next());
  }

  private String bodyDigest(ReceivedRequest request) {
    boolean bodyLeftOut =
        strictness == SignaturePolicy.LENIENT
            && request.header(BODY_DIGEST).orElse("").equals(DIGEST_OF_NOTHING);
    return bodyLeftOut ? DIGEST_OF_NOTHING : Hashes.sha256Hex(request.body());
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
