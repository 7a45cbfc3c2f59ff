package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server downloads images that requests name by {@code http} or {@code https} URLs. Off by
 * default, because it lets clients make this machine send requests.
 */
public final class ImageFetchOptions {
  private final Duration timeout;
  private final int maxBytes;
  private final int maxRedirects;
  private final boolean privateAddresses;

  private ImageFetchOptions(
      Duration timeout, int maxBytes, int maxRedirects, boolean privateAddresses) {
    if (Checks.present(timeout, "timeout").toMillis() < 1) {
      throw InvalidRequestException.of("timeout", "must be at least 1 millisecond");
    }
    if (maxBytes < 1) {
      throw InvalidRequestException.of("maxBytes", "must be at least 1");
    }
    if (maxRedirects < 0) {
      throw InvalidRequestException.of("maxRedirects", "must not be negative");
    }
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.maxRedirects = maxRedirects;
    this.privateAddresses = privateAddresses;
  }

  /** Returns the documented limits, and public IP addresses only. */
  public static ImageFetchOptions defaults() {
    return new ImageFetchOptions(Duration.ofSeconds(3), 20 << 20, 3, false);
  }

  /**
   * Returns these options with another time-out.
   *
   * @throws InvalidRequestException if it is below one millisecond
   */
  public ImageFetchOptions withTimeout(Duration timeout) {
    return new ImageFetchOptions(timeout, maxBytes, maxRedirects, privateAddresses);
  }

  /**
   * Returns these options with another maximum size of an image.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public ImageFetchOptions withMaxBytes(int max) {
    return new ImageFetchOptions(timeout, max, maxRedirects, privateAddresses);
  }

  /**
   * Returns these options with another maximum number of redirects.
   *
   * @throws InvalidRequestException if it is negative
   */
  public ImageFetchOptions withMaxRedirects(int max) {
    return new ImageFetchOptions(timeout, maxBytes, max, privateAddresses);
  }

  /** Returns these options with private IP addresses allowed, for tests on one machine. */
  public ImageFetchOptions withPrivateAddresses() {
    return new ImageFetchOptions(timeout, maxBytes, maxRedirects, true);
  }

  /**
   * Returns the maximum time to download an image, including redirects; 3 seconds by default (help
   * document 70417).
   */
  public Duration timeout() {
    return timeout;
  }

  /** Returns the maximum size of an image; 20 MiB by default (help document 70417). */
  public int maxBytes() {
    return maxBytes;
  }

  /** Returns the maximum number of redirects to follow; 3 by default. */
  public int maxRedirects() {
    return maxRedirects;
  }

  /**
   * Returns whether to connect to IP addresses that are not public; false by default. These are
   * loopback, link-local (including the metadata services of clouds), site-local, unique-local,
   * shared, multicast and reserved ones.
   */
  public boolean privateAddresses() {
    return privateAddresses;
  }

  private List<Object> fields() {
    return List.of(timeout, maxBytes, maxRedirects, privateAddresses);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageFetchOptions that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return "ImageFetchOptions[timeout="
        + timeout
        + ", maxBytes="
        + maxBytes
        + ", maxRedirects="
        + maxRedirects
        + ", privateAddresses="
        + privateAddresses
        + "]";
  }
}
