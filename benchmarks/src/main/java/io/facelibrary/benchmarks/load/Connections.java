package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Persistent connections with one pending request each. Only the calling thread serves them, so
 * that the load takes little of the machine.
 */
final class Connections implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Connection> all = new ArrayList<>();

  Connections(URI server, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Connection connection = new Connection(channel);
      channel.register(selector, SelectionKey.OP_READ, connection);
      all.add(connection);
    }
  }

  /**
   * Sends requests and waits for all responses.
   *
   * @param requests the number of requests
   * @param request returns the nth request
   * @param onResponse receives every response
   */
  Latencies run(int requests, IntFunction<byte[]> request, Consumer<Response> onResponse)
      throws IOException {
    Latencies latencies = new Latencies();
    int sent = 0;
    for (Connection connection : all) {
      if (sent < requests) {
        connection.send(request.apply(sent++));
      }
    }
    while (latencies.count() < requests) {
      if (selector.select(60_000) == 0) {
        throw new IOException("no response for a minute");
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        Optional<Response> response = connection.receive();
        if (response.isPresent()) {
          latencies.add(System.nanoTime() - connection.sentAt);
          onResponse.accept(response.get());
          if (sent < requests) {
            connection.send(request.apply(sent++));
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return latencies;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.channel.close();
    }
    selector.close();
  }

  private static final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
    private long sentAt;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void send(byte[] request) throws IOException {
      in.clear();
      sentAt = System.nanoTime();
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        // A single request fits the socket's buffer.
        channel.write(out);
      }
    }

    Optional<Response> receive() throws IOException {
      if (channel.read(in) < 0) {
        throw new IOException("the server closed a connection");
      }
      return Response.read(in.array(), in.position());
    }
  }
}
