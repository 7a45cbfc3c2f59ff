package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signature {@code OSS4-HMAC-SHA256} of newer clients of the object store.
 *
 * <p>Source: "Include a V4 signature in the Authorization header" of the object store's
 * documentation. Any region is accepted, because clients may use any name for this server. The body
 * is signed if {@code x-oss-content-sha256} holds its digest; no official client sends one.
 */
final class OssSignatureV4 implements OssScheme {
  static final String PREFIX = "OSS4-HMAC-SHA256 ";

  private static final String DATE = "x-oss-date";
  private static final String BODY_DIGEST = "x-oss-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String REQUEST = "aliyun_v4_request";
  private static final int DAY = "20261124".length();

  private final String accessKeyId;
  private final List<String> scope;
  private final List<String> additionalHeaders;
  private final String signature;

  private OssSignatureV4(
      String accessKeyId, List<String> scope, List<String> additionalHeaders, String signature) {
    this.accessKeyId = accessKeyId;
    this.scope = scope;
    this.additionalHeaders = additionalHeaders;
    this.signature = signature;
  }

  static Optional<OssSignatureV4> read(String text) {
    return AuthorizationFields.read(text).flatMap(OssSignatureV4::of);
  }

  private static Optional<OssSignatureV4> of(AuthorizationFields fields) {
    List<String> credential = List.of(fields.get("Credential").orElse("").split("/", -1));
    Optional<String> signature = fields.get("Signature");
    if (credential.size() != 5
        || !credential.get(3).equals("oss")
        || !credential.get(4).equals(REQUEST)
        || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OssSignatureV4(
            credential.get(0),
            credential.subList(1, 5),
            fields.names("AdditionalHeaders"),
            signature.get()));
  }

  @Override
  public String accessKeyId() {
    return accessKeyId;
  }

  @Override
  public Optional<Instant> time(ReceivedRequest request) {
    return request
        .header(DATE)
        .filter(date -> date.length() > DAY && date.substring(0, DAY).equals(scope.get(0)))
        .flatMap(TimeWindow::basic);
  }

  @Override
  public Optional<String> mismatch(ReceivedRequest request, Secret secret) {
    String text = stringToSign(request);
    byte[] key = ("aliyun_v4" + secret.reveal()).getBytes(UTF_8);
    for (String part : scope) {
      key = Hashes.hmacSha256(key, part.getBytes(UTF_8));
    }
    String expected = HexFormat.of().formatHex(Hashes.hmacSha256(key, RawBytesText.bytes(text)));
    return Hashes.equalInConstantTime(expected, signature) ? Optional.empty() : Optional.of(text);
  }

  private String stringToSign(ReceivedRequest request) {
    return String.join(
        "\n",
        PREFIX.strip(),
        request.header(DATE).orElse(""),
        String.join("/", scope),
        Hashes.sha256Hex(RawBytesText.bytes(canonicalRequest(request))));
  }

  private String canonicalRequest(ReceivedRequest request) {
    StringBuilder headers = new StringBuilder(512);
    new TreeMap<>(request.headers())
        .forEach(
            (name, values) -> {
              if (isSigned(name)) {
                headers.append(name).append(':');
                headers
                    .append(RawBytesText.of(ReceivedRequest.joined(values)).strip())
                    .append('\n');
              }
            });
    return String.join(
        "\n",
        request.method(),
        RawBytesText.encode(OssScheme.resource(request), true),
        SignedQuery.ofUri(request.rawQuery()).encoded(SignedQuery.EmptyValue.BARE),
        headers,
        String.join(";", additionalHeaders),
        bodyDigest(request));
  }

  private boolean isSigned(String header) {
    return header.startsWith("x-oss-")
        || header.equals("content-type")
        || header.equals("content-md5")
        || additionalHeaders.contains(header);
  }

  private static String bodyDigest(ReceivedRequest request) {
    return request.header(BODY_DIGEST).orElse(UNSIGNED).equals(UNSIGNED)
        ? UNSIGNED
        : Hashes.sha256Hex(request.body());
  }
}
