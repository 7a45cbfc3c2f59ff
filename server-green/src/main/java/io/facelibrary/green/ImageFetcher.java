package io.facelibrary.green;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.SocketAddressResolver;

/** Downloads images within limits. Codes: help document 53414. */
final class ImageFetcher implements AutoCloseable {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final ImageFetchOptions options;
  private final HttpClient client;

  ImageFetcher(ImageFetchOptions options) {
    this(options, address -> options.privateAddresses() || PublicIpAddresses.isPublic(address));
  }

  /**
   * @param allowed which IP addresses the client may connect to
   */
  ImageFetcher(ImageFetchOptions options, Predicate<InetAddress> allowed) {
    this.options = options;
    client = new HttpClient();
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(options.timeout().toMillis());
    client.setUserAgentField(null);
    client.getContentDecoderFactories().clear();
    client.setSocketAddressResolver(new AddressCheckingResolver(resolver(client), allowed));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client cannot start", e);
    }
  }

  /** Resolves names on the client's threads, which exist only after it has started. */
  private static SocketAddressResolver resolver(HttpClient client) {
    return (host, port, context, promise) ->
        new SocketAddressResolver.Async(
                client.getExecutor(), client.getScheduler(), client.getAddressResolutionTimeout())
            .resolve(host, port, context, promise);
  }

  ResolvedImage fetch(URI url) {
    long deadline = NanoTime.now() + options.timeout().toNanos();
    URI next = url;
    try {
      for (int redirects = 0; redirects <= options.maxRedirects(); redirects++) {
        if (!isAllowed(next)) {
          return unavailable(GreenCode.NOT_ALLOWED, "NOT_ALLOWED: the URL must be http or https");
        }
        ContentResponse response = get(next, deadline);
        Optional<URI> target = redirectTarget(next, response);
        if (target.isEmpty()) {
          return image(response);
        }
        next = target.get();
      }
      return unavailable(GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED: too many redirects");
    } catch (TimeoutException e) {
      return unavailable(GreenCode.DOWNLOAD_TIMEOUT, "DOWNLOAD_TIMEOUT");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable(GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED: the server is stopping");
    }
  }

  private static boolean isAllowed(URI url) {
    return url.getScheme() != null
        && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
        && url.getHost() != null
        && url.getRawUserInfo() == null;
  }

  private ContentResponse get(URI url, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(NanoTime.until(deadline));
    if (left < 1) {
      throw new TimeoutException();
    }
    Request request = client.newRequest(url).timeout(left, TimeUnit.MILLISECONDS);
    CompletableFuture<ContentResponse> response =
        new CompletableResponseListener(request, options.maxBytes()).send();
    try {
      return response.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      var unused = request.abort(e);
      throw e;
    }
  }

  private static Optional<URI> redirectTarget(URI from, ContentResponse response) {
    String location = response.getHeaders().get(HttpHeader.LOCATION);
    if (!HttpStatus.isRedirection(response.getStatus()) || location == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ResolvedImage image(ContentResponse response) {
    return switch (response.getStatus()) {
      case HttpStatus.OK_200 -> {
        try {
          yield new ResolvedImage.Found(FaceImage.of(response.getContent()));
        } catch (InvalidRequestException e) {
          yield unavailable(GreenCode.BAD_FORMAT, "BAD_FORMAT");
        }
      }
      case HttpStatus.FORBIDDEN_403, HttpStatus.UNAUTHORIZED_401 ->
          unavailable(GreenCode.FORBIDDEN, "FORBIDDEN");
      case HttpStatus.NOT_FOUND_404, HttpStatus.GONE_410 ->
          unavailable(GreenCode.NOT_FOUND, "NOT_FOUND");
      default -> unavailable(GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED");
    };
  }

  private static ResolvedImage failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return unavailable(GreenCode.DOWNLOAD_TIMEOUT, "DOWNLOAD_TIMEOUT");
    }
    if (cause instanceof AddressCheckingResolver.ForbiddenAddressException) {
      return unavailable(GreenCode.NOT_ALLOWED, "NOT_ALLOWED: the IP address is not public");
    }
    if (cause instanceof IllegalArgumentException) {
      // Thrown by the client if the response exceeds the limit.
      return unavailable(GreenCode.TOO_LARGE, "TOO_LARGE");
    }
    return unavailable(GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED");
  }

  private static ResolvedImage unavailable(int code, String message) {
    return new ResolvedImage.Unavailable(code, message);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client cannot stop", e);
    }
  }
}
