package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs uploads as clients of the object store do. */
final class OssRequests {

  private OssRequests() {}

  static Sent signedV1(Sent request, String secret, String dateLine, String resource) {
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
        "authorization", "OSS " + Sent.KEY_ID + ":" + ClientCode.hmacSha1(secret, text));
  }

  static Sent signedV4(Sent request, String secret, String encodedResource, String encodedQuery) {
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
            "\n", "OSS4-HMAC-SHA256", date, scope, ClientCode.sha256Hex(canonical.getBytes(UTF_8)));
    byte[] key = ClientCode.hmacSha256(("aliyun_v4" + secret).getBytes(UTF_8), day);
    key = ClientCode.hmacSha256(key, "cn-shanghai");
    key = ClientCode.hmacSha256(key, "oss");
    key = ClientCode.hmacSha256(key, "aliyun_v4_request");
    return request.with(
        "authorization",
        "OSS4-HMAC-SHA256 Credential=%s/%s%s,Signature=%s"
            .formatted(
                Sent.KEY_ID,
                scope,
                request.headersFrom("host").isEmpty() ? "" : ",AdditionalHeaders=host",
                ClientCode.hmacSha256Hex(key, text)));
  }
}
