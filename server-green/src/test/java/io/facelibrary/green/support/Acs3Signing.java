package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs requests like the second generation of the official clients. */
public final class Acs3Signing {

  private Acs3Signing() {}

  public static ComposedRequest request(String path, String body) {
    return ComposedRequest.post(path)
        .body(body)
        .with("host", "127.0.0.1:8080")
        .with("content-type", "application/json; charset=utf-8")
        .with("x-acs-version", "2018-05-09")
        .with("x-acs-date", ComposedRequest.NOW)
        .with("x-acs-signature-nonce", "from-v2")
        .with("x-acs-content-sha256", ClientCrypto.sha256Hex(body.getBytes(UTF_8)));
  }

  public static ComposedRequest sign(
      ComposedRequest request, String path, String encodedQuery, String signedBody) {
    Map<String, String> signed = new TreeMap<>(request.headersFrom("x-acs-"));
    signed.putAll(request.headersFrom("host"));
    signed.putAll(request.headersFrom("content-type"));
    String names = String.join(";", signed.keySet());
    String headers =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            "POST",
            path,
            encodedQuery,
            headers,
            names,
            ClientCrypto.sha256Hex(signedBody.getBytes(UTF_8)));
    String text = "ACS3-HMAC-SHA256\n" + ClientCrypto.sha256Hex(canonical.getBytes(UTF_8));
    return request.with(
        "authorization",
        "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
            .formatted(
                ComposedRequest.KEY_ID,
                names,
                ClientCrypto.hmacSha256Hex(ComposedRequest.SECRET.getBytes(UTF_8), text)));
  }
}
