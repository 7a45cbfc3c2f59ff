package io.facelibrary.aliyun.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A proxy between a client and a server that injects random faults into exchanges, from a seed. An
 * exchange is a request and its response. Each has its own connection to the server, so that a
 * fault of one exchange never affects another.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final ServerSocket listener;
  private final Random random;
  private final double faultRate;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<NetworkFault> weighted =
      Arrays.stream(NetworkFault.values())
          .flatMap(fault -> Collections.nCopies(fault.weight(), fault).stream())
          .toList();
  private final Map<NetworkFault, LongAdder> counts = new EnumMap<>(NetworkFault.class);
  private volatile InetSocketAddress server;

  /**
   * Opens the port; {@link #forwardTo} starts the proxy.
   *
   * @param faultRate the share of exchanges with a fault, 0 to 1
   */
  public FaultProxy(long seed, double faultRate) {
    this.random = new Random(seed);
    this.faultRate = faultRate;
    Arrays.stream(NetworkFault.values()).forEach(it -> counts.put(it, new LongAdder()));
    try {
      listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts to forward to a server, which may already know {@link #uri()}. */
  public void forwardTo(URI target) {
    server = new InetSocketAddress(target.getHost(), target.getPort());
    threads.execute(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Returns how often each fault was injected. */
  public Map<NetworkFault, LongAdder> counts() {
    return counts;
  }

  private NetworkFault chooseFault() {
    synchronized (random) {
      return random.nextDouble() < faultRate
          ? weighted.get(random.nextInt(weighted.size()))
          : NetworkFault.NONE;
    }
  }

  private int chooseBelow(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        client.setTcpNoDelay(true);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        // The proxy was closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      Optional<byte[]> request = HttpMessages.read(in);
      while (request.isPresent()) {
        NetworkFault fault = chooseFault();
        counts.get(fault).increment();
        if (!exchange(fault, request.get(), in, client.getOutputStream())) {
          return;
        }
        request = HttpMessages.read(in);
      }
    } catch (IOException e) {
      // The client closed the connection, as it does after a time-out.
    }
  }

  /** Makes one exchange; returns whether to keep the connection to the client. */
  private boolean exchange(NetworkFault fault, byte[] request, InputStream in, OutputStream out)
      throws IOException {
    switch (fault) {
      case REQUEST_LOST -> {
        return false;
      }
      case REQUEST_CUT -> {
        sendPart(request);
        return false;
      }
      case REQUEST_LATE -> {
        awaitTimeout(in);
        send(request);
        return false;
      }
      default -> {
        return respond(fault, request, send(request), in, out);
      }
    }
  }

  private boolean respond(
      NetworkFault fault, byte[] request, byte[] response, InputStream in, OutputStream out)
      throws IOException {
    int head = headLength(response);
    switch (fault) {
      case RESPONSE_LOST -> {
        return false;
      }
      case RESPONSE_CUT_IN_HEAD -> {
        return cut(response, 1 + chooseBelow(head - 1), out);
      }
      case RESPONSE_CUT_IN_BODY -> {
        return cut(response, head + chooseBelow(Math.max(1, response.length - head)), out);
      }
      case RESPONSE_LATE -> {
        awaitTimeout(in);
        return cut(response, response.length, out);
      }
      case REQUEST_TWICE_FIRST_RESPONSE -> send(request);
      case REQUEST_TWICE_SECOND_RESPONSE -> {
        out.write(send(request));
        out.flush();
        return true;
      }
      default -> {}
    }
    out.write(response);
    out.flush();
    return true;
  }

  /** Waits until the client closes the connection, which only its time-out makes it do. */
  private static void awaitTimeout(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client reset the connection.
    }
  }

  private static boolean cut(byte[] response, int length, OutputStream out) throws IOException {
    out.write(response, 0, Math.min(length, response.length));
    out.flush();
    return false;
  }

  private static int headLength(byte[] message) {
    for (int i = 3; i < message.length; i++) {
      if (message[i] == '\n' && message[i - 1] == '\r' && message[i - 2] == '\n') {
        return i + 1;
      }
    }
    return message.length;
  }

  private byte[] send(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      return HttpMessages.read(in).orElseThrow(() -> new IOException("no response"));
    }
  }

  private void sendPart(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request, 0, chooseBelow(request.length));
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(server);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Waits until every exchange has ended, late ones included. The client must have closed its
   * connections.
   */
  public void awaitEnd() throws IOException, InterruptedException {
    listener.close();
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("an exchange did not end");
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
