package io.facelibrary.green;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that limits the time to receive request line and headers, even if they arrive byte by
 * byte.
 */
final class HeaderTimeoutConnector extends ServerConnector {
  private final Duration headerTimeout;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime the time source, like {@link System#nanoTime}
   */
  HeaderTimeoutConnector(
      Server server,
      Duration headerTimeout,
      LongSupplier nanoTime,
      ConnectionFactory... factories) {
    super(server, factories);
    this.headerTimeout = headerTimeout;
    this.nanoTime = nanoTime;
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint endPoint =
        new HeaderTimeoutEndPoint(
            channel, selector, key, getScheduler(), getExecutor(), headerTimeout, nanoTime);
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }
}
