package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary permission to upload, as UploadCredentials returns it.
 *
 * @param accessKeyId the id of the temporary key
 * @param accessKeySecret signs requests, and is never sent
 * @param securityToken belongs to the temporary key
 * @param expires when the grant expires
 * @param endpoint the object storage: {@code http} or {@code https}, a host, and optionally a port
 * @param bucket the bucket to upload to
 * @param folder the prefix of object names, without a slash at either end; may be empty
 */
record UploadGrant(
    Secret accessKeyId,
    Secret accessKeySecret,
    Secret securityToken,
    Instant expires,
    URI endpoint,
    String bucket,
    String folder) {

  // Source: help.aliyun.com, OSS "bucket naming conventions".
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
  // Names that need no escaping, so that every program reads their URL in the same way.
  private static final Pattern FOLDER =
      Pattern.compile("(?:[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)?");
  private static final int MAX_FOLDER_LENGTH = 512;
  // Source: help.aliyun.com, OSS "regions and endpoints".
  private static final Pattern CLOUD_HOST =
      Pattern.compile("(?:.+\\.)?oss-([a-z0-9-]+?)(?:-internal)?\\.aliyuncs\\.com");

  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if a rule is broken; the message names the field and the rule
   */
  UploadGrant {
    checkKey(accessKeyId, "accessKeyId");
    checkKey(accessKeySecret, "accessKeySecret");
    checkKey(securityToken, "securityToken");
    boolean isPlain =
        endpoint.getHost() != null
            && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
            && endpoint.getRawUserInfo() == null
            && endpoint.getRawPath().isEmpty()
            && endpoint.getRawQuery() == null
            && endpoint.getRawFragment() == null;
    check(isPlain, "ossEndpoint", "must be a host, with http or https and optionally a port");
    check(BUCKET.matcher(bucket).matches(), "uploadBucket", "must be a name of a bucket");
    check(
        folder.length() <= MAX_FOLDER_LENGTH
            && FOLDER.matcher(folder).matches()
            && !("/" + folder + "/").contains("/../"),
        "uploadFolder",
        "must be a path of letters, digits, '_', '.' and '-'");
  }

  /**
   * Reads the endpoint and the folder as the service writes them. An endpoint without a scheme is
   * an endpoint of the cloud, and is called over HTTPS.
   *
   * @throws IllegalArgumentException if a rule is broken; the message names the field and the rule
   */
  static UploadGrant of(
      Secret accessKeyId,
      Secret accessKeySecret,
      Secret securityToken,
      Instant expires,
      String endpoint,
      String bucket,
      String folder) {
    return new UploadGrant(
        accessKeyId,
        accessKeySecret,
        securityToken,
        expires,
        parseEndpoint(endpoint.contains("://") ? endpoint : "https://" + endpoint),
        bucket,
        folder.replaceAll("^/+|/+$", ""));
  }

  private static URI parseEndpoint(String endpoint) {
    try {
      String bare =
          endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
      URI url = new URI(bare);
      String scheme = url.getScheme().toLowerCase(Locale.ROOT);
      return new URI(scheme + bare.substring(scheme.length()));
    } catch (URISyntaxException e) {
      // Without the cause: it quotes the text.
      throw new IllegalArgumentException("ossEndpoint must be a URL");
    }
  }

  private static void checkKey(Secret key, String field) {
    String text = key.reveal();
    boolean printable = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    check(!text.isEmpty() && printable, field, "must be printable ASCII and not empty");
  }

  private static void check(boolean holds, String field, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(field + " " + rule);
    }
  }

  /**
   * Returns the region in the endpoint's host, which is part of a signature.
   *
   * @param fallback the region if the host names none, such as a host outside the cloud
   */
  String region(String fallback) {
    Matcher host = CLOUD_HOST.matcher(endpoint.getHost().toLowerCase(Locale.ROOT));
    return host.matches() ? host.group(1) : fallback;
  }

  /** Shows when the grant expires, and nothing else. */
  @Override
  public String toString() {
    return "UploadGrant[expires=" + expires + "]";
  }
}
