package io.facelibrary.green.internal.auth;

import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.BARE;
import static io.facelibrary.green.internal.auth.SignedQuery.EmptyValue.WITH_EQUALS_SIGN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The signature {@code acs id:signature}: HMAC-SHA1 over headers, path and query.
 *
 * <p>Source: "Signature method" of the service's documentation, and the composers of the official
 * clients. The clients differ only in how they sign the query, so each variant is tried:
 *
 * <ul>
 *   <li>For an empty value, Java and Go sign the bare name; Python and Node sign the name with an
 *       equals sign.
 *   <li>Go and the newer PHP client append a question mark to the path even without a query.
 *   <li>The newer PHP client signs the percent-encoded query.
 *   <li>The older PHP client and newer Go sign the query exactly as they send it.
 * </ul>
 */
final class AcsSignature implements AcsScheme {
  private static final String METHOD = "HMAC-SHA1";

  private final String accessKeyId;
  private final String signature;

  private AcsSignature(String accessKeyId, String signature) {
    this.accessKeyId = accessKeyId;
    this.signature = signature;
  }

  static AcsSignature of(ReceivedRequest request, String credentials)
      throws RejectedRequestException {
    if (!request.header("x-acs-signature-method").orElse(METHOD).equals(METHOD)) {
      throw new RejectedRequestException(AcsErrors.invalidSignatureMethod());
    }
    int colon = credentials.indexOf(':');
    if (colon < 1 || colon == credentials.length() - 1) {
      throw new RejectedRequestException(AcsErrors.incompleteSignature());
    }
    return new AcsSignature(credentials.substring(0, colon), credentials.substring(colon + 1));
  }

  @Override
  public String accessKeyId() {
    return accessKeyId;
  }

  @Override
  public Instant time(ReceivedRequest request) throws RejectedRequestException {
    String text =
        request
            .header("date")
            .or(() -> request.header("x-acs-date"))
            .orElseThrow(() -> new RejectedRequestException(AcsErrors.missingTime()));
    return TimeWindow.rfc1123(text)
        .or(() -> TimeWindow.extended(text))
        .orElseThrow(() -> new RejectedRequestException(AcsErrors.malformedTime()));
  }

  @Override
  public Optional<String> mismatch(ReceivedRequest request, Secret secret) {
    String headers = signedHeaders(request);
    byte[] key = secret.reveal().getBytes(UTF_8);
    Set<String> resources = resources(request);
    for (String resource : resources) {
      byte[] expected = Hashes.hmacSha1(key, RawBytesText.bytes(headers + resource));
      if (Hashes.equalInConstantTime(Base64.getEncoder().encodeToString(expected), signature)) {
        return Optional.empty();
      }
    }
    return Optional.of(RawBytesText.readable(headers + resources.iterator().next()));
  }

  private static String signedHeaders(ReceivedRequest request) {
    StringBuilder text = new StringBuilder(512).append(request.method()).append('\n');
    for (String name : List.of("accept", "content-md5", "content-type", "date")) {
      text.append(RawBytesText.of(request.header(name).orElse(""))).append('\n');
    }
    var sorted = new TreeMap<String, List<String>>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-acs-")) {
                sorted.put(name, values);
              }
            });
    sorted.forEach(
        (name, values) ->
            text.append(name)
                .append(':')
                .append(RawBytesText.of(ReceivedRequest.joined(values)))
                .append('\n'));
    return text.toString();
  }

  private static Set<String> resources(ReceivedRequest request) {
    String path = RawBytesText.of(request.path());
    SignedQuery query = SignedQuery.ofForm(request.rawQuery());
    Set<String> resources = new LinkedHashSet<>();
    if (query.isEmpty()) {
      resources.add(path);
      resources.add(path + "?");
    } else {
      resources.add(path + "?" + query.decoded(BARE));
      resources.add(path + "?" + query.decoded(WITH_EQUALS_SIGN));
      resources.add(path + "?" + query.encoded(BARE));
      resources.add(path + "?" + RawBytesText.of(request.rawQuery()));
    }
    return resources;
  }
}
