package io.facelibrary.transfer;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fetches pictures by their addresses, over http or https and following redirects of the same kind,
 * within limits of size and time. Addresses may hold signatures and are told to nobody.
 */
final class ImageFetch {
  private static final int OK = 200;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Duration timeout;
  private final HttpClient client;

  ImageFetch(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw InvalidRequestException.of("timeout", "must be more than nothing");
    }
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Fetches a picture.
   *
   * @throws UnreadableException if it is not to be had, or too large
   * @throws InvalidRequestException if what is there is no picture
   */
  FaceImage fetch(FaceImage.Url address) {
    URI url = address.url();
    if (!SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT)) || url.getHost() == null) {
      throw new UnreadableException("only addresses of http and https are fetched");
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).GET().build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK) {
          throw new UnreadableException("its address answers the status " + response.statusCode());
        }
        return FaceImage.of(content(body));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException("it cannot be fetched from its address");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("fetching it was interrupted");
    }
  }

  /** The timeout of a request ends with the headers; a body that trickles must end as well. */
  private byte[] content(InputStream body) throws IOException {
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> close(body),
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return body.readNBytes(FaceImage.MAX_BYTES + 1);
    } finally {
      closing.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
