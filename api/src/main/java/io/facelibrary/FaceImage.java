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
 * An image of a face, given by its URL or by its content. Two images are equal if they have the
 * same URL or the same bytes.
 */
public sealed interface FaceImage extends Probe {

  /**
   * The maximum size in bytes of an image given by content: 64 MiB. Providers may allow less: see
   * {@link Limits#imageBytes()}.
   */
  int MAX_BYTES = 64 << 20;

  /**
   * Returns an image given by its URL. Does not fetch the image.
   *
   * @param url the URL; see {@link Url}
   * @throws InvalidRequestException if the URL breaks a rule of {@link Url}
   */
  static Url at(String url) {
    try {
      return new Url(new URI(Checks.present(url, "url")));
    } catch (URISyntaxException e) {
      throw InvalidRequestException.ofValue("url", "must be a URL according to RFC 3986");
    }
  }

  /**
   * Returns an image given by its URL. Does not fetch the image.
   *
   * @param url the URL; see {@link Url}
   * @throws InvalidRequestException if the URL breaks a rule of {@link Url}
   */
  static Url at(URI url) {
    return new Url(url);
  }

  /**
   * Returns an image given by its content. The content is copied.
   *
   * @param content a complete image in one of the formats of {@link ImageFormat}, at most {@link
   *     #MAX_BYTES} bytes
   * @throws InvalidRequestException if the content is empty, too large, of an unknown format, or
   *     truncated
   */
  static Bytes of(byte[] content) {
    // Copies at most one byte more than allowed, which is enough to detect an excess.
    int length = Math.min(Checks.present(content, "image").length, MAX_BYTES + 1);
    return new Bytes(Arrays.copyOf(content, length));
  }

  /**
   * Reads an image from a file. An error names the file, without its folder.
   *
   * @param file a complete image in one of the formats of {@link ImageFormat}, at most {@link
   *     #MAX_BYTES} bytes
   * @throws InvalidRequestException if the content is empty, too large, of an unknown format, or
   *     truncated
   * @throws UncheckedIOException if the file cannot be read
   */
  static Bytes read(Path file) {
    Checks.present(file, "file");
    try (InputStream in = Files.newInputStream(file)) {
      return new Bytes(in.readNBytes(MAX_BYTES + 1));
    } catch (InvalidRequestException e) {
      throw InvalidRequestException.ofValue("file " + nameOf(file), e.rule());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an image from a stream, up to its end. Does not close the stream.
   *
   * @param content a complete image in one of the formats of {@link ImageFormat}, at most {@link
   *     #MAX_BYTES} bytes; of a longer one only the first byte beyond is read
   * @throws InvalidRequestException if the content is empty, too large, of an unknown format, or
   *     truncated
   * @throws UncheckedIOException if the stream cannot be read
   */
  static Bytes read(InputStream content) {
    try {
      return new Bytes(Checks.present(content, "content").readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name without its folder, which may be the id of a person. */
  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return (name == null ? file : name).toString().replaceAll("\\p{Cntrl}", "?");
  }

  /**
   * An image given by its URL. The provider decides when the image is fetched, and by which system.
   *
   * @param url an absolute URL with a host or bucket, without user information and without a
   *     fragment. The scheme {@code file} is refused: use {@link FaceImage#read(Path)}. At most
   *     {@value #MAX_LENGTH} characters; providers may allow fewer: see {@link Limits#urlLength()}.
   */
  record Url(URI url) implements FaceImage {

    /** The maximum length of a URL in the form of {@link URI#toASCIIString()}. */
    public static final int MAX_LENGTH = 8192;

    /**
     * Checks the URL.
     *
     * @throws InvalidRequestException if the URL breaks a rule above
     */
    public Url {
      Checks.present(url, "url");
      refuseIf(!url.isAbsolute(), "must have a scheme, such as https");
      refuseIf(
          url.getScheme().toLowerCase(Locale.ROOT).equals("file"),
          "must not have the scheme file; use FaceImage.read");
      refuseIf(!hasHost(url), "must have a host");
      refuseIf(url.getRawAuthority().indexOf('@') >= 0, "must not contain user information");
      refuseIf(url.getRawFragment() != null, "must not have a fragment");
      // URI accepts an unpaired surrogate and then cannot escape it.
      Checks.wellFormed(url.toString(), "url", MAX_LENGTH);
      refuseIf(
          url.toASCIIString().length() > MAX_LENGTH,
          "must have at most " + MAX_LENGTH + " characters");
    }

    /**
     * Checks the authority, because {@link URI} does not accept a bucket such as {@code my_faces}
     * as a host.
     */
    private static boolean hasHost(URI url) {
      return url.getRawAuthority() != null && !url.getRawAuthority().startsWith(":");
    }

    private static void refuseIf(boolean broken, String rule) {
      if (broken) {
        throw InvalidRequestException.ofValue("url", rule);
      }
    }

    /** Returns the URL without its query, which often contains a signature. */
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

  /** An immutable image given by its content. {@link #toString()} does not contain the content. */
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
        throw InvalidRequestException.ofValue(
            "image", "must be a complete " + format + " file; it is truncated or damaged");
      }
    }

    /** Returns a copy of the content. */
    public byte[] bytes() {
      return content.clone();
    }

    /** Returns a stream of the content, without copying it. */
    public InputStream open() {
      // ByteArrayInputStream.transferTo would pass the array itself to the output stream.
      return new FilterInputStream(new ByteArrayInputStream(content)) {};
    }

    /** Returns the number of bytes. */
    public int size() {
      return content.length;
    }

    /** Returns the format, determined by the first bytes. */
    public ImageFormat format() {
      return format;
    }

    /** Returns the SHA-256 of the content, as 64 lower-case hexadecimal digits. */
    public String sha256() {
      String known = sha256;
      if (known == null) {
        // Threads may compute it twice with the same result. A String is safe to publish this way.
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

    /** Returns the format and the size. */
    @Override
    public String toString() {
      return "FaceImage[" + format + ", " + content.length + " bytes]";
    }
  }
}
