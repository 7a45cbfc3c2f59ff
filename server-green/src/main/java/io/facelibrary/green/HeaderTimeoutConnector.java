package io.facelibrary.green;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector whose clients have so long to send the head of a request, however they drip it. */
final class HeaderTimeoutConnector extends ServerConnector {
  private final Duration head;

  HeaderTimeoutConnector(Server server, Duration head, ConnectionFactory... factories) {
    super(server, factories);
    this.head = head;
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint endPoint =
        new HeaderTimeoutEndPoint(channel, selector, key, getScheduler(), getExecutor(), head);
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }
}
