package io.facelibrary.green;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the addresses of pictures into what the library takes. */
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
   * Finds a picture: an uploaded one here, under {@code oss://bucket/key} as the uploaders spell it
   * or {@code oss://bucket.endpoint/key} as the documentation does; any other is fetched here if
   * that is switched on, and else the library's to fetch.
   */
  ResolvedImage find(String address) {
    if (address.startsWith(OSS)) {
      String place = address.substring(OSS.length());
      int slash = place.indexOf('/');
      if (slash >= 0 && uploads.owns(place.substring(0, slash))) {
        return uploads
            .find(place.substring(slash + 1))
            .map(this::content)
            .orElse(
                new ResolvedImage.Unavailable(
                    GreenCode.NOT_FOUND, "NOT_FOUND: nothing was uploaded to this address"));
      }
    }
    if (fetcher.isPresent() && capabilities.offers(Capability.IMAGE_BYTES)) {
      return fetched(address, fetcher.get());
    }
    if (!capabilities.offers(Capability.IMAGE_URL)) {
      return new ResolvedImage.Unavailable(
          GreenCode.NOT_FOUND, "NOT_FOUND: the library behind takes no pictures by address");
    }
    return checked(() -> FaceImage.at(address), GreenCode.BAD_REQUEST, "BAD_REQUEST");
  }

  private ResolvedImage fetched(String address, ImageFetcher fetcher) {
    ResolvedImage named =
        checked(() -> FaceImage.at(address), GreenCode.BAD_REQUEST, "BAD_REQUEST");
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
          GreenCode.BAD_REQUEST, "BAD_REQUEST: the library behind takes no pictures by content");
    }
    if (content.length > capabilities.limits().imageBytes().orElse(Long.MAX_VALUE)) {
      return new ResolvedImage.Unavailable(GreenCode.TOO_LARGE, "TOO_LARGE");
    }
    return checked(() -> FaceImage.of(content), GreenCode.BAD_FORMAT, "BAD_FORMAT");
  }

  private ResolvedImage checked(Supplier<FaceImage> image, int code, String word) {
    try {
      FaceImage made = image.get();
      if (made instanceof FaceImage.Url at
          && at.url().toASCIIString().length()
              > capabilities.limits().urlLength().orElse(Integer.MAX_VALUE)) {
        return new ResolvedImage.Unavailable(code, word + ": the address is too long");
      }
      return new ResolvedImage.Found(made);
    } catch (InvalidRequestException e) {
      return new ResolvedImage.Unavailable(code, word + ": " + e.field() + " is no good");
    }
  }
}
