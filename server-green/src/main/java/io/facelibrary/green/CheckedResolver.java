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
 * Resolves names to allowed addresses only. The client connects to an address that comes from here
 * and looks no name up itself, so a name that is given another address in between gains nothing.
 */
final class CheckedResolver implements SocketAddressResolver {
  private final SocketAddressResolver names;
  private final Predicate<InetAddress> allowed;

  CheckedResolver(SocketAddressResolver names, Predicate<InetAddress> allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    names.resolve(
        host,
        port,
        context,
        Promise.from(
            addresses -> {
              // One address that is not allowed makes the name suspect, and all of it is refused.
              if (addresses.stream().allMatch(it -> allowed.test(it.getAddress()))) {
                promise.succeeded(addresses);
              } else {
                promise.failed(new RefusedAddressException());
              }
            },
            promise::failed));
  }

  /** The address may not be asked. */
  static final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException() {
      super("the address may not be asked");
    }
  }
}
