package io.facelibrary.green;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  private static final String MD5 = "content-md5";

  private final Gatekeeper gatekeeper;
  private final UploadPlace place;
  private final UploadedObjects objects;
  private final UploadLimits limits;

  ObjectUploads(
      Gatekeeper gatekeeper, UploadPlace place, UploadedObjects objects, UploadLimits limits) {
    this.gatekeeper = gatekeeper;
    this.place = place;
    this.objects = objects;
    this.limits = limits;
  }

  Reply reply(ReceivedRequest request) {
    String id = RequestIds.nextOfOss();
    Optional<OssError> refusal =
        gatekeeper
            .refusal(request)
            .map(it -> new OssError(it.status(), it.code(), it.message()))
            .or(() -> refusal(request));
    if (refusal.isPresent()) {
      return refusal.get().reply(id);
    }
    byte[] content = request.body();
    return objects.put(key(request).orElseThrow(), content)
        ? stored(content, id)
        : OssError.FULL.reply(id);
  }

  Reply tooLarge() {
    return OssError.tooLarge(limits.objectBytes()).reply(RequestIds.nextOfOss());
  }

  private Optional<OssError> refusal(ReceivedRequest request) {
    Optional<String> key = key(request);
    if (key.isEmpty()) {
      return Optional.of(OssError.NO_BUCKET);
    }
    if (!request.rawQuery().isEmpty()) {
      // Parts, access lists and tags of an object have a query.
      return Optional.of(OssError.NOT_IMPLEMENTED);
    }
    int length = key.get().getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > MOST_KEY_BYTES) {
      return Optional.of(OssError.BAD_KEY);
    }
    if (!key.get().startsWith(place.folder() + "/")) {
      return Optional.of(OssError.DENIED);
    }
    if (request.body().length > limits.objectBytes()) {
      return Optional.of(OssError.tooLarge(limits.objectBytes()));
    }
    String md5 = Base64.getEncoder().encodeToString(md5(request.body()));
    return request.header(MD5).filter(said -> !said.equals(md5)).map(said -> OssError.BAD_DIGEST);
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

  private static Reply stored(byte[] content, String id) {
    byte[] md5 = md5(content);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", '"' + HexFormat.of().withUpperCase().formatHex(md5) + '"');
    headers.put("Content-MD5", Base64.getEncoder().encodeToString(md5));
    headers.put("x-oss-hash-crc64ecma", Long.toUnsignedString(Crc64.of(content)));
    headers.put("x-oss-request-id", id);
    return new Reply(200, "", headers, new byte[0], "200");
  }

  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
  }
}
