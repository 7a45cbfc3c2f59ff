package io.facelibrary.aliyun;

import io.facelibrary.ImageFormat;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What uploaded pictures are called: 128 random bits, so that no two are called the same and nobody
 * guesses one. By its name a picture is known again, in whatever form the service gives its address
 * back: {@code oss://bucket/key}, {@code oss://bucket.endpoint/key}, {@code
 * https://bucket.endpoint/key?signature}.
 */
final class UploadName {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;
  private static final Pattern KEY =
      Pattern.compile("(?:.*/)?images/(facelibrary-[0-9a-f]{32})\\.(?:png|jpg|bmp|gif|webp)");

  private UploadName() {}

  /** Returns a key that nobody has used, {@code folder/images/facelibrary-...}. */
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
   * Returns the name in an address, the same for all forms of the address.
   *
   * @return empty if the address names no picture that this library uploaded
   */
  static Optional<String> in(URI address) {
    if (address.getPath() == null) {
      return Optional.empty();
    }
    Matcher key = KEY.matcher(address.getPath());
    return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
  }

  /**
   * Tells whether an address names a picture that this library, or another of its kind, uploaded.
   */
  static boolean isOurs(URI address) {
    return in(address).isPresent();
  }
}
