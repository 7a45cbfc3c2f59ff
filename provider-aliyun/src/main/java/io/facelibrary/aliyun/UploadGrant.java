package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary right to upload, as UploadCredentials answers it.
 *
 * @param accessKeyId names the temporary key
 * @param accessKeySecret signs; never leaves the process
 * @param securityToken goes with the temporary key
 * @param expires when the right ends
 * @param endpoint where the object storage is: {@code http} or {@code https}, a host, maybe a port
 * @param bucket where to upload
 * @param folder what names there begin with, without a slash at either end; may be empty
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
  // Names that need no escaping: an address made of them is read the same by everybody.
  private static final Pattern FOLDER =
      Pattern.compile("(?:[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)?");
  private static final int LONGEST_FOLDER = 512;
  // Source: help.aliyun.com, OSS "regions and endpoints".
  private static final Pattern CLOUD_HOST =
      Pattern.compile("(?:.+\\.)?oss-([a-z0-9-]+?)(?:-internal)?\\.aliyuncs\\.com");

  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException naming the field and the rule, if one is broken
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
    check(isPlain, "ossEndpoint", "must be a host, with http or https and a port if need be");
    check(BUCKET.matcher(bucket).matches(), "uploadBucket", "must be a name of a bucket");
    check(
        folder.length() <= LONGEST_FOLDER
            && FOLDER.matcher(folder).matches()
            && !("/" + folder + "/").contains("/../"),
        "uploadFolder",
        "must be a path of letters, digits, '_', '.' and '-'");
  }

  /**
   * Reads the endpoint and the folder as the service spells them. An endpoint without a scheme is
   * one of the cloud, and is spoken to over HTTPS.
   *
   * @throws IllegalArgumentException naming the field and the rule, if one is broken
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
        address(endpoint.contains("://") ? endpoint : "https://" + endpoint),
        bucket,
        folder.replaceAll("^/+|/+$", ""));
  }

  private static URI address(String endpoint) {
    try {
      String bare =
          endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
      URI address = new URI(bare);
      String scheme = address.getScheme().toLowerCase(Locale.ROOT);
      return new URI(scheme + bare.substring(scheme.length()));
    } catch (URISyntaxException e) {
      // Without the cause, which quotes the text.
      throw new IllegalArgumentException("ossEndpoint must be an address");
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
   * Returns the region that the endpoint's host names, which is part of a signature.
   *
   * @param otherwise the region to sign for if it names none; storage outside the cloud has none
   */
  String region(String otherwise) {
    Matcher host = CLOUD_HOST.matcher(endpoint.getHost().toLowerCase(Locale.ROOT));
    return host.matches() ? host.group(1) : otherwise;
  }

  /** Shows until when it lasts, and nothing else. */
  @Override
  public String toString() {
    return "UploadGrant[expires=" + expires + "]";
  }
}
