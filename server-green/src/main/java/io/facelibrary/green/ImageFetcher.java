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

/** Fetches pictures by address, within limits. Codes: help document 53414. */
final class ImageFetcher implements AutoCloseable {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final ImageFetchOptions limits;
  private final HttpClient client;

  ImageFetcher(ImageFetchOptions limits) {
    this(limits, address -> limits.privateAddresses() || PublicIpAddresses.isPublic(address));
  }

  /**
   * @param allowed which addresses may be asked
   */
  ImageFetcher(ImageFetchOptions limits, Predicate<InetAddress> allowed) {
    this.limits = limits;
    client = new HttpClient();
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(limits.time().toMillis());
    client.setUserAgentField(null);
    client.getContentDecoderFactories().clear();
    client.setSocketAddressResolver(new CheckedResolver(names(client), allowed));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client could not start", e);
    }
  }

  /** The client's threads, which look names up, are there only once it has started. */
  private static SocketAddressResolver names(HttpClient client) {
    return (host, port, context, promise) ->
        new SocketAddressResolver.Async(
                client.getExecutor(), client.getScheduler(), client.getAddressResolutionTimeout())
            .resolve(host, port, context, promise);
  }

  ResolvedImage fetch(URI address) {
    long deadline = NanoTime.now() + limits.time().toNanos();
    URI next = address;
    try {
      for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
        if (!isAllowed(next)) {
          return unavailable(
              GreenCode.NOT_ALLOWED, "NOT_ALLOWED: the address must be http or https");
        }
        ContentResponse response = get(next, deadline);
        Optional<URI> target = target(next, response);
        if (target.isEmpty()) {
          return picture(response);
        }
        next = target.get();
      }
      return unavailable(
          GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED: there are too many redirects");
    } catch (TimeoutException e) {
      return unavailable(GreenCode.DOWNLOAD_TIMEOUT, "DOWNLOAD_TIMEOUT");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable(GreenCode.DOWNLOAD_FAILED, "DOWNLOAD_FAILED: the server stops");
    }
  }

  private static boolean isAllowed(URI address) {
    return address.getScheme() != null
        && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
        && address.getHost() != null
        && address.getRawUserInfo() == null;
  }

  private ContentResponse get(URI address, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(NanoTime.until(deadline));
    if (left < 1) {
      throw new TimeoutException();
    }
    Request request = client.newRequest(address).timeout(left, TimeUnit.MILLISECONDS);
    CompletableFuture<ContentResponse> response =
        new CompletableResponseListener(request, limits.bytes()).send();
    try {
      return response.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      var unused = request.abort(e);
      throw e;
    }
  }

  private static Optional<URI> target(URI from, ContentResponse response) {
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

  private static ResolvedImage picture(ContentResponse response) {
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
    if (cause instanceof CheckedResolver.RefusedAddressException) {
      return unavailable(GreenCode.NOT_ALLOWED, "NOT_ALLOWED: the address is not public");
    }
    if (cause instanceof IllegalArgumentException) {
      // What the client says when there is more than it may keep.
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
      throw new IllegalStateException("the HTTP client could not stop", e);
    }
  }
}
