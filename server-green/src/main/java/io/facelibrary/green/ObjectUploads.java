package io.facelibrary.green;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.URIUtil;

/**
 * The one operation of the object store that uploaders call: PutObject, with the bucket in the path
 * or in the host. Source: help.aliyun.com document 31978 and the OSS SDKs for Java and Python.
 */
final class ObjectUploads {
  private static final int MOST_KEY_BYTES = 1023;

  private final Authenticator gatekeeper;
  private final UploadTarget place;
  private final UploadedObjects objects;
  private final UploadLimits limits;

  ObjectUploads(
      Authenticator gatekeeper, UploadTarget place, UploadedObjects objects, UploadLimits limits) {
    this.gatekeeper = gatekeeper;
    this.place = place;
    this.objects = objects;
    this.limits = limits;
  }

  HttpReply reply(ReceivedRequest request) {
    String id = RequestIds.nextOfOss();
    byte[] md5 = md5(request.body());
    Optional<GatewayError> refusal = gatekeeper.refusal(request).or(() -> refusal(request, md5));
    if (refusal.isPresent()) {
      return UploadErrors.reply(refusal.get(), id);
    }
    return objects.put(key(request).orElseThrow(), request.body())
        ? stored(request.body(), md5, id)
        : UploadErrors.reply(UploadErrors.FULL, id);
  }

  HttpReply tooLarge() {
    return UploadErrors.reply(UploadErrors.tooLarge(limits.objectBytes()), RequestIds.nextOfOss());
  }

  private Optional<GatewayError> refusal(ReceivedRequest request, byte[] md5) {
    Optional<String> key = key(request);
    if (key.isEmpty()) {
      return Optional.of(UploadErrors.NO_BUCKET);
    }
    if (!request.rawQuery().isEmpty()) {
      // Parts, access lists and tags of an object have a query.
      return Optional.of(UploadErrors.NOT_IMPLEMENTED);
    }
    int length = key.get().getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > MOST_KEY_BYTES) {
      return Optional.of(UploadErrors.BAD_KEY);
    }
    // Nothing is a path here, yet a key that climbs is not one of the folder either.
    if (!key.get().startsWith(place.folder() + "/") || climbs(key.get())) {
      return Optional.of(UploadErrors.DENIED);
    }
    String digest = Base64.getEncoder().encodeToString(md5);
    return request
        .header("content-md5")
        .filter(said -> !said.equals(digest))
        .map(said -> OssErrors.invalidDigest());
  }

  private static boolean climbs(String key) {
    return Arrays.stream(key.split("[/\\\\]", -1))
        .anyMatch(it -> it.equals("..") || it.equals("."));
  }

  /** Returns the key, or empty if the request names no bucket of ours. */
  private Optional<String> key(ReceivedRequest request) {
    String path = URIUtil.decodePath(request.path()).substring(1);
    if (request.header("host").orElse("").startsWith(place.bucket() + ".")) {
      return Optional.of(path);
    }
    String inPath = place.bucket() + "/";
    return path.startsWith(inPath)
        ? Optional.of(path.substring(inPath.length()))
        : Optional.empty();
  }

  private static HttpReply stored(byte[] content, byte[] md5, String id) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", '"' + HexFormat.of().withUpperCase().formatHex(md5) + '"');
    headers.put("Content-MD5", Base64.getEncoder().encodeToString(md5));
    headers.put("x-oss-hash-crc64ecma", Long.toUnsignedString(Crc64.of(content)));
    headers.put("x-oss-request-id", id);
    return HttpReply.of(200, "", new byte[0], "200").withHeaders(headers);
  }

  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
