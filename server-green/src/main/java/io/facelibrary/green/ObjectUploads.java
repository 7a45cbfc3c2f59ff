package io.facelibrary.green;

import io.facelibrary.green.internal.auth.Authenticator;
import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.green.internal.auth.OssErrors;
import io.facelibrary.green.internal.auth.ReceivedRequest;
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
 * Serves PutObject, the only operation of the object store that uploaders call. The bucket is in
 * the path or in the host. Source: help.aliyun.com document 31978 and the OSS SDKs for Java and
 * Python.
 */
final class ObjectUploads {
  private static final int MAX_KEY_BYTES = 1023;

  private final Authenticator authenticator;
  private final UploadTarget target;
  private final UploadedObjects objects;
  private final UploadLimits limits;

  ObjectUploads(
      Authenticator authenticator,
      UploadTarget target,
      UploadedObjects objects,
      UploadLimits limits) {
    this.authenticator = authenticator;
    this.target = target;
    this.objects = objects;
    this.limits = limits;
  }

  HttpReply store(ReceivedRequest request) {
    String id = RequestIds.nextOfOss();
    byte[] md5 = md5(request.body());
    Optional<GatewayError> error =
        authenticator.authenticate(request).or(() -> check(request, md5));
    if (error.isPresent()) {
      return UploadErrors.reply(error.get(), id);
    }
    return objects.put(key(request).orElseThrow(), request.body())
        ? success(request.body(), md5, id)
        : UploadErrors.reply(UploadErrors.FULL, id);
  }

  HttpReply tooLarge() {
    return UploadErrors.reply(UploadErrors.tooLarge(limits.objectBytes()), RequestIds.nextOfOss());
  }

  private Optional<GatewayError> check(ReceivedRequest request, byte[] md5) {
    Optional<String> key = key(request);
    if (key.isEmpty()) {
      return Optional.of(UploadErrors.NO_BUCKET);
    }
    if (!request.rawQuery().isEmpty()) {
      // A query selects parts, access lists or tags of an object.
      return Optional.of(UploadErrors.NOT_IMPLEMENTED);
    }
    int length = key.get().getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > MAX_KEY_BYTES) {
      return Optional.of(UploadErrors.BAD_KEY);
    }
    // Keys are not file paths here, but a key with dot segments is not in the folder.
    if (!key.get().startsWith(target.folder() + "/") || hasDotSegments(key.get())) {
      return Optional.of(UploadErrors.DENIED);
    }
    String digest = Base64.getEncoder().encodeToString(md5);
    return request
        .header("content-md5")
        .filter(sent -> !sent.equals(digest))
        .map(sent -> OssErrors.invalidDigest());
  }

  private static boolean hasDotSegments(String key) {
    return Arrays.stream(key.split("[/\\\\]", -1))
        .anyMatch(it -> it.equals("..") || it.equals("."));
  }

  /** Returns the key; empty if the request names another bucket. */
  private Optional<String> key(ReceivedRequest request) {
    String path = URIUtil.decodePath(request.path()).substring(1);
    if (request.header("host").orElse("").startsWith(target.bucket() + ".")) {
      return Optional.of(path);
    }
    String inPath = target.bucket() + "/";
    return path.startsWith(inPath)
        ? Optional.of(path.substring(inPath.length()))
        : Optional.empty();
  }

  private static HttpReply success(byte[] content, byte[] md5, String id) {
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
