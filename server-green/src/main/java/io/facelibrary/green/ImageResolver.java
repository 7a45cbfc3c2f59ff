package io.facelibrary.green;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.util.Optional;
import java.util.function.Supplier;

/** Resolves image URLs to images that the library accepts. */
final class ImageResolver {
  private static final String OSS = "oss://";

  private final Capabilities capabilities;
  private final UploadedObjects uploads;
  private final Optional<ImageFetcher> fetcher;

  ImageResolver(
      Capabilities capabilities, UploadedObjects uploads, Optional<ImageFetcher> fetcher) {
    this.capabilities = capabilities;
    this.uploads = uploads;
    this.fetcher = fetcher;
  }

  /**
   * Resolves an image URL. An uploaded image has the URL {@code oss://bucket/key}, as the official
   * uploaders write it, or {@code oss://bucket.endpoint/key}, as the documentation writes it. Any
   * other URL is fetched by the server if that is enabled, and otherwise passed to the library.
   */
  ResolvedImage resolve(String url) {
    if (url.startsWith(OSS)) {
      String path = url.substring(OSS.length());
      int slash = path.indexOf('/');
      if (slash >= 0 && uploads.owns(path.substring(0, slash))) {
        return uploads
            .find(path.substring(slash + 1))
            .map(this::content)
            .orElse(
                new ResolvedImage.Unavailable(
                    GreenCode.NOT_FOUND, "NOT_FOUND: no object was uploaded to this URL"));
      }
    }
    if (fetcher.isPresent() && capabilities.offers(Capability.IMAGE_BYTES)) {
      return fetch(url, fetcher.get());
    }
    if (!capabilities.offers(Capability.IMAGE_URL)) {
      return new ResolvedImage.Unavailable(
          GreenCode.NOT_FOUND, "NOT_FOUND: the library does not accept image URLs");
    }
    return checked(() -> FaceImage.at(url), GreenCode.BAD_REQUEST, "BAD_REQUEST");
  }

  private ResolvedImage fetch(String url, ImageFetcher fetcher) {
    ResolvedImage named = checked(() -> FaceImage.at(url), GreenCode.BAD_REQUEST, "BAD_REQUEST");
    ResolvedImage fetched =
        named instanceof ResolvedImage.Found found && found.image() instanceof FaceImage.Url at
            ? fetcher.fetch(at.url())
            : named;
    return fetched instanceof ResolvedImage.Found found
            && found.image() instanceof FaceImage.Bytes content
            && content.size() > capabilities.limits().imageBytes().orElse(Long.MAX_VALUE)
        ? new ResolvedImage.Unavailable(GreenCode.TOO_LARGE, "TOO_LARGE")
        : fetched;
  }

  private ResolvedImage content(byte[] content) {
    if (!capabilities.offers(Capability.IMAGE_BYTES)) {
      return new ResolvedImage.Unavailable(
          GreenCode.BAD_REQUEST, "BAD_REQUEST: the library does not accept image bytes");
    }
    if (content.length > capabilities.limits().imageBytes().orElse(Long.MAX_VALUE)) {
      return new ResolvedImage.Unavailable(GreenCode.TOO_LARGE, "TOO_LARGE");
    }
    return checked(() -> FaceImage.of(content), GreenCode.BAD_FORMAT, "BAD_FORMAT");
  }

  private ResolvedImage checked(Supplier<FaceImage> image, int code, String word) {
    try {
      FaceImage created = image.get();
      if (created instanceof FaceImage.Url at
          && at.url().toASCIIString().length()
              > capabilities.limits().urlLength().orElse(Integer.MAX_VALUE)) {
        return new ResolvedImage.Unavailable(code, word + ": the URL is too long");
      }
      return new ResolvedImage.Found(created);
    } catch (InvalidRequestException e) {
      return new ResolvedImage.Unavailable(code, word + ": " + e.field() + " is invalid");
    }
  }
}
