package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs requests as the second generation of the official clients does. */
final class Acs3Signing {

  private Acs3Signing() {}

  static Sent request(String path, String body) {
    return Sent.post(path)
        .body(body)
        .with("host", "127.0.0.1:8080")
        .with("content-type", "application/json; charset=utf-8")
        .with("x-acs-version", "2018-05-09")
        .with("x-acs-date", Sent.NOW)
        .with("x-acs-signature-nonce", "from-v2")
        .with("x-acs-content-sha256", ClientCode.sha256Hex(body.getBytes(UTF_8)));
  }

  static Sent sign(Sent request, String path, String encodedQuery, String signedBody) {
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
            ClientCode.sha256Hex(signedBody.getBytes(UTF_8)));
    String text = "ACS3-HMAC-SHA256\n" + ClientCode.sha256Hex(canonical.getBytes(UTF_8));
    return request.with(
        "authorization",
        "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
            .formatted(
                Sent.KEY_ID, names, ClientCode.hmacSha256Hex(Sent.SECRET.getBytes(UTF_8), text)));
  }
}
