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
 * Fetches images by URL, over http or https, within limits of size and time. Redirects are
 * followed, except from https to http. URLs may contain signatures, so no message contains a URL.
 */
final class ImageFetch {
  private static final int OK = 200;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Duration timeout;
  private final HttpClient client;

  ImageFetch(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw InvalidRequestException.of("timeout", "must be more than zero");
    }
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Fetches an image.
   *
   * @throws UnreadableException if it is unavailable
   * @throws InvalidRequestException if the response is not an image, or is too large
   */
  FaceImage fetch(FaceImage.Url image) {
    URI url = image.url();
    if (!SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT)) || url.getHost() == null) {
      throw new UnreadableException("only http and https URLs are fetched");
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).GET().build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK) {
          throw new UnreadableException(
              "the server of its URL returned status " + response.statusCode());
        }
        return FaceImage.of(read(body));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException("it cannot be fetched from its URL");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableException("the fetch was interrupted");
    }
  }

  /**
   * The time-out of a request covers the headers only, so a slow body has a time-out of its own.
   */
  private byte[] read(InputStream body) throws IOException {
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
