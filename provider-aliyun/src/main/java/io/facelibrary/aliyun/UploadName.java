package io.facelibrary.aliyun;

import io.facelibrary.ImageFormat;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of uploaded images. A name has 128 random bits, so that names are unique and cannot be
 * guessed.
 *
 * <p>The name identifies an image in every form in which the service returns its URL: {@code
 * oss://bucket/key}, {@code oss://bucket.endpoint/key}, {@code
 * https://bucket.endpoint/key?signature}.
 */
final class UploadName {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;
  private static final Pattern KEY =
      Pattern.compile("(?:.*/)?images/(facelibrary-[0-9a-f]{32})\\.(?:png|jpg|bmp|gif|webp)");

  private UploadName() {}

  /** Returns an unused key, {@code folder/images/facelibrary-...}. */
  static String newKey(String folder, ImageFormat format) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return (folder.isEmpty() ? "" : folder + "/")
        + "images/facelibrary-"
        + HexFormat.of().formatHex(random)
        + "."
        + extension(format);
  }

  private static String extension(ImageFormat format) {
    return switch (format) {
      case PNG -> "png";
      case JPEG -> "jpg";
      case BMP -> "bmp";
      case GIF -> "gif";
      case WEBP -> "webp";
    };
  }

  /**
   * Finds the name in a URL; it is the same in all forms of the URL.
   *
   * @return empty if the URL is not one of an uploaded image
   */
  static Optional<String> find(URI url) {
    if (url.getPath() == null) {
      return Optional.empty();
    }
    Matcher key = KEY.matcher(url.getPath());
    return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
  }

  /** Returns whether a URL names an image that a library of this provider uploaded. */
  static boolean isUpload(URI url) {
    return find(url).isPresent();
  }
}
