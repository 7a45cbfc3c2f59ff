package io.facelibrary.green;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolves names to allowed IP addresses only. The client connects to the IP addresses returned
 * here and does not resolve names itself, so changing a DNS record in between has no effect.
 */
final class AddressCheckingResolver implements SocketAddressResolver {
  private final SocketAddressResolver resolver;
  private final Predicate<InetAddress> allowed;

  AddressCheckingResolver(SocketAddressResolver resolver, Predicate<InetAddress> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    resolver.resolve(
        host,
        port,
        context,
        Promise.from(
            addresses -> {
              // Reject the name if any of its IP addresses is not allowed.
              if (addresses.stream().allMatch(it -> allowed.test(it.getAddress()))) {
                promise.succeeded(addresses);
              } else {
                promise.failed(new ForbiddenAddressException());
              }
            },
            promise::failed));
  }

  /** The IP address is not allowed. */
  static final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException() {
      super("the IP address is not allowed");
    }
  }
}
