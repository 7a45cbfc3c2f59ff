package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The signature {@code OSS id:signature}: HMAC-SHA1 over headers and resource.
 *
 * <p>Source: "Include a V1 signature in the Authorization header" of the object store's
 * documentation. Only the sub-resources of the query are signed. If a request has the header {@code
 * x-oss-date}, clients sign it among the headers and put either date on the date line, so both are
 * tried.
 */
final class OssSignatureV1 implements OssScheme {
  static final String PREFIX = "OSS ";

  private static final String DATE = "x-oss-date";
  private static final Set<String> SUB_RESOURCES =
      Set.of(
          "acl",
          "append",
          "bucketInfo",
          "callback",
          "callback-var",
          "cleanRestoredObject",
          "continuation-token",
          "delete",
          "location",
          "objectMeta",
          "partNumber",
          "position",
          "resourceGroup",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "restore",
          "security-token",
          "sequential",
          "stat",
          "symlink",
          "tagging",
          "uploadId",
          "uploads",
          "versionId",
          "versioning",
          "versions");

  private final String accessKeyId;
  private final String signature;

  private OssSignatureV1(String accessKeyId, String signature) {
    this.accessKeyId = accessKeyId;
    this.signature = signature;
  }

  static Optional<OssSignatureV1> read(String credentials) {
    int colon = credentials.indexOf(':');
    return colon < 1 || colon == credentials.length() - 1
        ? Optional.empty()
        : Optional.of(
            new OssSignatureV1(credentials.substring(0, colon), credentials.substring(colon + 1)));
  }

  @Override
  public String accessKeyId() {
    return accessKeyId;
  }

  @Override
  public Optional<Instant> time(ReceivedRequest request) {
    return request
        .header(DATE)
        .or(() -> request.header("date"))
        .flatMap(text -> TimeWindow.rfc1123(text).or(() -> TimeWindow.basic(text)));
  }

  @Override
  public Optional<String> mismatch(ReceivedRequest request, Secret secret) {
    byte[] key = secret.reveal().getBytes(UTF_8);
    List<String> texts = new ArrayList<>();
    for (String date : dates(request)) {
      String text = stringToSign(request, date);
      String expected =
          Base64.getEncoder().encodeToString(Hashes.hmacSha1(key, RawBytesText.bytes(text)));
      if (Hashes.equalInConstantTime(expected, signature)) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(RawBytesText.readable(texts.get(0)));
  }

  private static List<String> dates(ReceivedRequest request) {
    String plain = request.header("date").orElse("");
    return request.header(DATE).map(date -> List.of(date, plain)).orElse(List.of(plain));
  }

  private static String stringToSign(ReceivedRequest request, String date) {
    StringBuilder text = new StringBuilder(512).append(request.method()).append('\n');
    text.append(RawBytesText.of(request.header("content-md5").orElse(""))).append('\n');
    text.append(RawBytesText.of(request.header("content-type").orElse(""))).append('\n');
    text.append(RawBytesText.of(date)).append('\n');
    new TreeMap<>(request.headers())
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-oss-")) {
                text.append(name).append(':');
                text.append(RawBytesText.of(ReceivedRequest.joined(values))).append('\n');
              }
            });
    text.append(OssScheme.resource(request));
    SignedQuery query = SignedQuery.ofUri(request.rawQuery()).filter(SUB_RESOURCES::contains);
    if (!query.isEmpty()) {
      text.append('?').append(query.decoded(SignedQuery.EmptyValue.BARE));
    }
    return text.toString();
  }
}
