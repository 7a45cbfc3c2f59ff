package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs uploads like clients of the object store. */
public final class OssSigning {

  private OssSigning() {}

  public static ComposedRequest signedV1(
      ComposedRequest request, String secret, String dateLine, String resource) {
    String headers =
        request.headersFrom("x-oss-").entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String text =
        String.join(
            "\n",
            "PUT",
            request.header("content-md5"),
            request.header("content-type"),
            dateLine,
            headers + resource);
    return request.with(
        "authorization",
        "OSS " + ComposedRequest.KEY_ID + ":" + ClientCrypto.hmacSha1(secret, text));
  }

  public static ComposedRequest signedV4(
      ComposedRequest request, String secret, String encodedResource, String encodedQuery) {
    Map<String, String> signed = new TreeMap<>(request.headersFrom("x-oss-"));
    signed.putAll(request.headersFrom("content-type"));
    signed.putAll(request.headersFrom("content-md5"));
    signed.putAll(request.headersFrom("host"));
    String headers =
        signed.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            "PUT",
            encodedResource,
            encodedQuery,
            headers,
            request.headersFrom("host").isEmpty() ? "" : "host",
            request.header("x-oss-content-sha256"));
    String date = request.header("x-oss-date");
    String day = date.substring(0, 8);
    String scope = day + "/cn-shanghai/oss/aliyun_v4_request";
    String text =
        String.join(
            "\n",
            "OSS4-HMAC-SHA256",
            date,
            scope,
            ClientCrypto.sha256Hex(canonical.getBytes(UTF_8)));
    byte[] key = ClientCrypto.hmacSha256(("aliyun_v4" + secret).getBytes(UTF_8), day);
    key = ClientCrypto.hmacSha256(key, "cn-shanghai");
    key = ClientCrypto.hmacSha256(key, "oss");
    key = ClientCrypto.hmacSha256(key, "aliyun_v4_request");
    return request.with(
        "authorization",
        "OSS4-HMAC-SHA256 Credential=%s/%s%s,Signature=%s"
            .formatted(
                ComposedRequest.KEY_ID,
                scope,
                request.headersFrom("host").isEmpty() ? "" : ",AdditionalHeaders=host",
                ClientCrypto.hmacSha256Hex(key, text)));
  }
}
