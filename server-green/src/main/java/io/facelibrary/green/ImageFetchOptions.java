package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * How the server downloads images that requests name by {@code http} or {@code https} URLs. Off by
 * default, because it lets clients make this machine send requests.
 *
 * @param timeout the maximum time to download an image, including redirects; 3 seconds by default
 *     (help document 70417)
 * @param maxBytes the maximum size of an image; 20 MiB by default (the same document)
 * @param maxRedirects the maximum number of redirects to follow; 3 by default
 * @param privateAddresses whether to connect to IP addresses that are not public; false by default.
 *     These are loopback, link-local (including the metadata services of clouds), site-local,
 *     unique-local, shared, multicast and reserved ones.
 */
public record ImageFetchOptions(
    Duration timeout, int maxBytes, int maxRedirects, boolean privateAddresses) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a limit is too low
   */
  public ImageFetchOptions {
    if (timeout.toMillis() < 1) {
      throw InvalidRequestException.of("timeout", "must be at least 1 millisecond");
    }
    if (maxBytes < 1) {
      throw InvalidRequestException.of("maxBytes", "must be at least 1");
    }
    if (maxRedirects < 0) {
      throw InvalidRequestException.of("maxRedirects", "must not be negative");
    }
  }

  /** Returns the documented limits, and public IP addresses only. */
  public static ImageFetchOptions defaults() {
    return new ImageFetchOptions(Duration.ofSeconds(3), 20 << 20, 3, false);
  }

  /** Returns these options with another time-out. */
  public ImageFetchOptions withTimeout(Duration timeout) {
    return new ImageFetchOptions(timeout, maxBytes, maxRedirects, privateAddresses);
  }

  /** Returns these options with another maximum size of an image. */
  public ImageFetchOptions withMaxBytes(int max) {
    return new ImageFetchOptions(timeout, max, maxRedirects, privateAddresses);
  }

  /** Returns these options with another maximum number of redirects. */
  public ImageFetchOptions withMaxRedirects(int max) {
    return new ImageFetchOptions(timeout, maxBytes, max, privateAddresses);
  }

  /** Returns these options with private IP addresses allowed, for tests on one machine. */
  public ImageFetchOptions withPrivateAddresses() {
    return new ImageFetchOptions(timeout, maxBytes, maxRedirects, true);
  }
}
