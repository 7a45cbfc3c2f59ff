package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the URLs at which the service reads images, and uploads images that have none. */
final class ImageSources {
  private final Uploads uploads;

  ImageSources(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * Location of one image.
   *
   * @param isUploaded whether it was uploaded for this call, under a name that no other image has
   */
  record Source(String url, boolean isUploaded) {}

  /** Checks all images, then uploads those given by content. */
  List<Source> prepare(Operation during, List<FaceImage> images) {
    for (int i = 0; i < images.size(); i++) {
      check(images.get(i), "images[" + i + "]");
    }
    List<Source> sources = new ArrayList<>(images.size());
    images.forEach(image -> sources.add(locate(during, image)));
    return sources;
  }

  /** Checks an image, then uploads it if it is given by content. */
  Source prepare(Operation during, FaceImage image) {
    check(image, "image");
    return locate(during, image);
  }

  private Source locate(Operation during, FaceImage image) {
    if (image instanceof FaceImage.Url remote) {
      return new Source(remote.url().toASCIIString(), false);
    }
    return new Source(uploads.put(during, (FaceImage.Bytes) image).toASCIIString(), true);
  }

  /**
   * Refuses URLs that the service cannot read.
   *
   * <p>Sources: help.aliyun.com documents 70417 (http and https) and 92006. The latter allows a
   * file in OSS of the same region, in a bucket that the service was authorized for.
   */
  private static void check(FaceImage image, String field) {
    if (image instanceof FaceImage.Url remote) {
      URI url = remote.url();
      switch (url.getScheme().toLowerCase(Locale.ROOT)) {
        case "http", "https" -> {}
        case "oss" -> {
          if (url.getRawPath().length() < 2 || url.getRawQuery() != null || url.getPort() >= 0) {
            throw InvalidRequestException.of(field, "must be oss://bucket.endpoint/object");
          }
        }
        default -> throw InvalidRequestException.of(field, "must be an http, https or oss URL");
      }
    }
  }
}
