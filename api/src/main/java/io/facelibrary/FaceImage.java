package io.facelibrary;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a face, by address or by content. Two pictures are equal when they have the same
 * address or the same bytes.
 */
public sealed interface FaceImage {

  /** The most bytes of a picture by content: 64 MiB. Providers may allow less. */
  int MAX_BYTES = 64 << 20;

  /**
   * Returns a picture by its address. Nothing is fetched.
   *
   * @param url see {@link Url}
   * @throws InvalidRequestException if the address breaks a rule of {@link Url}
   */
  static Url at(String url) {
    try {
      return new Url(new URI(Checks.present(url, "url")));
    } catch (URISyntaxException e) {
      throw InvalidRequestException.ofValue("url", "must be a URL as RFC 3986 spells it");
    }
  }

  /**
   * Returns a picture by its address. Nothing is fetched.
   *
   * @param url see {@link Url}
   * @throws InvalidRequestException if the address breaks a rule of {@link Url}
   */
  static Url at(URI url) {
    return new Url(url);
  }

  /**
   * Returns a picture by its content, which is copied.
   *
   * @param content a whole picture in one of the formats of {@link ImageFormat}, at most {@link
   *     #MAX_BYTES} bytes
   * @throws InvalidRequestException if the content is empty, too large, of no known format, or cut
   *     off
   */
  static Bytes of(byte[] content) {
    // No more is copied than it takes to see that there is too much.
    int length = Math.min(Checks.present(content, "image").length, MAX_BYTES + 1);
    return new Bytes(Arrays.copyOf(content, length));
  }

  /**
   * Reads a picture from a file.
   *
   * @param file a whole picture in one of the formats of {@link ImageFormat}, at most {@link
   *     #MAX_BYTES} bytes
   * @throws InvalidRequestException if the content is empty, too large, of no known format, or cut
   *     off
   * @throws UncheckedIOException if the file cannot be read
   */
  static Bytes read(Path file) {
    try (InputStream in = Files.newInputStream(Checks.present(file, "file"))) {
      return new Bytes(in.readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A picture by its address. Who fetches it, and when, is the provider's affair.
   *
   * @param url absolute, with a host (or bucket), without user information and without a fragment;
   *     not {@code file:}, whose content is read with {@link FaceImage#read}. At most {@value
   *     #MAX_LENGTH} characters; providers may allow less: see {@link Limits#urlLength()}.
   */
  record Url(URI url) implements FaceImage {

    /** The most characters of an address, as {@link URI#toASCIIString()}. */
    public static final int MAX_LENGTH = 8192;

    /**
     * Checks the address.
     *
     * @throws InvalidRequestException if it breaks a rule above
     */
    public Url {
      Checks.present(url, "url");
      refuseIf(!url.isAbsolute(), "must have a scheme, such as https");
      refuseIf(
          url.getScheme().toLowerCase(Locale.ROOT).equals("file"),
          "must not name a file of this machine; read it with FaceImage.read");
      refuseIf(!namesHost(url), "must name a host");
      refuseIf(url.getRawAuthority().indexOf('@') >= 0, "must not hold user information");
      refuseIf(url.getRawFragment() != null, "must not have a fragment");
      // URI takes an unpaired surrogate, and then fails to escape it.
      Checks.wellFormed(url.toString(), "url", MAX_LENGTH);
      refuseIf(
          url.toASCIIString().length() > MAX_LENGTH,
          "must have at most " + MAX_LENGTH + " characters");
    }

    /**
     * Asks for the authority, since a bucket such as {@code my_faces} is no host to {@link URI}.
     */
    private static boolean namesHost(URI url) {
      return url.getRawAuthority() != null && !url.getRawAuthority().startsWith(":");
    }

    private static void refuseIf(boolean broken, String rule) {
      if (broken) {
        throw InvalidRequestException.ofValue("url", rule);
      }
    }

    /** Shows the address without its query, which often is a signature. */
    @Override
    public String toString() {
      String query = url.getRawQuery() == null ? "" : "?***";
      return "FaceImage["
          + url.getScheme()
          + "://"
          + url.getRawAuthority()
          + url.getRawPath()
          + query
          + "]";
    }
  }

  /** A picture by its content, which nobody can change and {@link #toString()} never shows. */
  final class Bytes implements FaceImage {
    private final byte[] content;
    private final ImageFormat format;
    private @Nullable String sha256;

    private Bytes(byte[] content) {
      if (content.length == 0) {
        throw InvalidRequestException.ofValue("image", "must not be empty");
      }
      if (content.length > MAX_BYTES) {
        throw InvalidRequestException.ofValue("image", "must have at most " + MAX_BYTES + " bytes");
      }
      this.content = content;
      this.format =
          ImageFormat.of(content)
              .orElseThrow(
                  () ->
                      InvalidRequestException.ofValue(
                          "image", "must be one of " + Arrays.toString(ImageFormat.values())));
      if (!ImageStructure.isWhole(format, content)) {
        throw InvalidRequestException.ofValue("image", "is cut off or damaged, as " + format);
      }
    }

    /** Returns a copy of the content. */
    public byte[] bytes() {
      return content.clone();
    }

    /** Opens the content for reading, without a copy. */
    public InputStream open() {
      // A ByteArrayInputStream hands its array itself to whatever it is transferred to.
      return new FilterInputStream(new ByteArrayInputStream(content)) {};
    }

    /** Returns how many bytes the content has. */
    public int size() {
      return content.length;
    }

    /** Returns the format, told from the first bytes. */
    public ImageFormat format() {
      return format;
    }

    /** Returns the SHA-256 of the content, as 64 lower-case hexadecimal digits. */
    public String sha256() {
      String known = sha256;
      if (known == null) {
        // Threads may compute it twice; they get the same, and a String is safe to publish so.
        known = HexFormat.of().formatHex(digest());
        sha256 = known;
      }
      return known;
    }

    private byte[] digest() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(content);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every Java platform has SHA-256", e);
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes image && Arrays.equals(content, image.content);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(content);
    }

    /** Shows format and size only. */
    @Override
    public String toString() {
      return "FaceImage[" + format + ", " + content.length + " bytes]";
    }
  }
}
