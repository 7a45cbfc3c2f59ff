package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * How pictures are fetched that requests name by {@code http} or {@code https} addresses. Off
 * unless set: fetching lets whoever may send requests have this machine send some, too.
 *
 * @param time how long fetching a picture may take, redirects and all; 3 seconds unless set (help
 *     document 70417)
 * @param bytes the most bytes of a picture; 20 MiB unless set (the same document)
 * @param redirects how many redirects are followed; 3 unless set
 * @param privateAddresses whether addresses of this machine and of private networks may be asked:
 *     loopback, link-local (the metadata services of clouds among them), site-local, unique-local,
 *     shared, multicast and reserved ones; false unless set
 */
public record ImageFetchOptions(Duration time, int bytes, int redirects, boolean privateAddresses) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a limit is too low
   */
  public ImageFetchOptions {
    if (time.toMillis() < 1) {
      throw InvalidRequestException.of("time", "must be at least a millisecond");
    }
    if (bytes < 1) {
      throw InvalidRequestException.of("bytes", "must be at least 1");
    }
    if (redirects < 0) {
      throw InvalidRequestException.of("redirects", "must not be negative");
    }
  }

  /** Returns fetching within the documented limits, from public addresses only. */
  public static ImageFetchOptions defaults() {
    return new ImageFetchOptions(Duration.ofSeconds(3), 20 << 20, 3, false);
  }

  /** Returns this fetching with another time. */
  public ImageFetchOptions withTime(Duration longest) {
    return new ImageFetchOptions(longest, bytes, redirects, privateAddresses);
  }

  /** Returns this fetching with another size of a picture. */
  public ImageFetchOptions withBytes(int most) {
    return new ImageFetchOptions(time, most, redirects, privateAddresses);
  }

  /** Returns this fetching with another number of redirects. */
  public ImageFetchOptions withRedirects(int most) {
    return new ImageFetchOptions(time, bytes, most, privateAddresses);
  }

  /** Returns this fetching from private addresses as well: for tests on one machine. */
  public ImageFetchOptions withPrivateAddresses() {
    return new ImageFetchOptions(time, bytes, redirects, true);
  }
}
