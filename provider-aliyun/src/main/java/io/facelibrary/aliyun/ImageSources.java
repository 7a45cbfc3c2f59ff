package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the addresses under which the service reads pictures; uploads those that have none. */
final class ImageSources {
  private final Uploads uploads;

  ImageSources(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * Where one picture is.
   *
   * @param isOurs whether it was uploaded for this call, under a name that nobody else has
   */
  record Address(String url, boolean isOurs) {}

  /** Checks all pictures before the first is uploaded. */
  List<Address> of(Operation during, List<FaceImage> images) {
    for (int i = 0; i < images.size(); i++) {
      check(images.get(i), "images[" + i + "]");
    }
    List<Address> addresses = new ArrayList<>(images.size());
    images.forEach(image -> addresses.add(address(during, image)));
    return addresses;
  }

  Address of(Operation during, FaceImage image) {
    check(image, "image");
    return address(during, image);
  }

  private Address address(Operation during, FaceImage image) {
    if (image instanceof FaceImage.Url at) {
      return new Address(at.url().toASCIIString(), false);
    }
    return new Address(uploads.put(during, (FaceImage.Bytes) image).toASCIIString(), true);
  }

  /**
   * Refuses addresses that the service cannot read.
   *
   * <p>Source: help.aliyun.com documents 70417 (http and https) and 92006 (a file in OSS of the
   * same region, in a bucket that the service was authorised for).
   */
  private static void check(FaceImage image, String field) {
    if (image instanceof FaceImage.Url at) {
      URI url = at.url();
      switch (url.getScheme().toLowerCase(Locale.ROOT)) {
        case "http", "https" -> {}
        case "oss" -> {
          if (url.getRawPath().length() < 2 || url.getRawQuery() != null || url.getPort() >= 0) {
            throw InvalidRequestException.of(field, "must be oss://bucket.endpoint/object");
          }
        }
        default -> throw InvalidRequestException.of(field, "must be an http, https or oss address");
      }
    }
  }
}
