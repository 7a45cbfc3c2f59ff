package io.facelibrary.aliyun.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a free port of this machine that runs a script for each request, byte for byte. */
public final class RawServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket listener;
  private final String scheme;
  private final Script script;
  private final ExecutorService threads = Executors.newCachedThreadPool(RawServer::newThread);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore endedConnections = new Semaphore(0);

  private RawServer(ServerSocket listener, String scheme, Script script) {
    this.listener = listener;
    this.scheme = scheme;
    this.script = script;
    threads.execute(this::accept);
  }

  /** Handles each request. */
  @FunctionalInterface
  public interface Script {
    void handle(Exchange exchange) throws IOException;
  }

  /** Starts a server without TLS. */
  public static RawServer start(Script script) {
    return new RawServer(newListener(), "http", script);
  }

  /** Starts a server on a given socket, such as one for TLS. */
  public static RawServer start(ServerSocket listener, Script script) {
    return new RawServer(listener, "https", script);
  }

  /** Starts a server that sends the same bytes for each request. */
  public static RawServer respondingWith(String response) {
    return start(exchange -> exchange.send(response));
  }

  private static ServerSocket newListener() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    return thread;
  }

  /** A request as it was received. */
  public record Request(String head, String body) {
    public String line() {
      return head.lines().findFirst().orElseThrow();
    }

    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  /** A request, and the connection to respond on. */
  public record Exchange(Request request, int number, Socket socket, InputStream in) {
    public void send(String text) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    public void close() throws IOException {
      socket.close();
    }

    /** Sends nothing until the client closes the connection. */
    public void awaitClose() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The listener was closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Optional<Request> request = read(in);
      while (request.isPresent()) {
        requests.add(request.get());
        script.handle(new Exchange(request.get(), number.incrementAndGet(), socket, in));
        request = socket.isClosed() ? Optional.empty() : read(in);
      }
    } catch (IOException e) {
      // The client closed the connection, which some tests expect.
    } finally {
      open.remove(socket);
      endedConnections.release();
    }
  }

  private static Optional<Request> read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      head.append((char) c);
    }
    Request request = new Request(head.toString(), "");
    int length = request.header("Content-Length").map(Integer::parseInt).orElse(0);
    return Optional.of(
        new Request(request.head(), new String(in.readNBytes(length), StandardCharsets.UTF_8)));
  }

  public String hostAndPort() {
    return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
  }

  public String endpoint() {
    return scheme + "://" + hostAndPort();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Returns the number of connections accepted so far, open or not. */
  public int connections() {
    return connections.get();
  }

  /** Waits until as many more connections have ended; returns false if they do not. */
  public boolean awaitEndedConnections(int count) throws InterruptedException {
    return endedConnections.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
