package io.facelibrary.aliyun;

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

/** A server on a free port of this machine that answers as a script says, byte for byte. */
final class RawServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int PATIENCE_SECONDS = 60;

  private final ServerSocket listener;
  private final String scheme;
  private final Script script;
  private final ExecutorService threads = Executors.newCachedThreadPool(RawServer::thread);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore closedByClients = new Semaphore(0);

  private RawServer(ServerSocket listener, String scheme, Script script) {
    this.listener = listener;
    this.scheme = scheme;
    this.script = script;
    threads.execute(this::accept);
  }

  /** What the server does with each request. */
  @FunctionalInterface
  interface Script {
    void answer(Exchanged exchanged) throws IOException;
  }

  /** Starts a server that speaks in clear. */
  static RawServer start(Script script) {
    return new RawServer(listener(), "http", script);
  }

  /** Starts a server on a socket of the caller's, such as one for TLS. */
  static RawServer start(ServerSocket listener, Script script) {
    return new RawServer(listener, "https", script);
  }

  /** Starts a server that answers each request with the same bytes. */
  static RawServer answering(String answer) {
    return start(exchanged -> exchanged.send(answer));
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    return thread;
  }

  /** One request, as it came. */
  record Request(String head, String body) {
    String line() {
      return head.lines().findFirst().orElseThrow();
    }

    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  /** A request, and the connection to answer it on. */
  record Exchanged(Request request, int number, Socket socket, InputStream in) {
    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    void close() throws IOException {
      socket.close();
    }

    /** Answers nothing until the client goes away. */
    void waitForClient() throws IOException {
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
      InputStream in = socket.getInputStream();
      Optional<Request> request = read(in);
      while (request.isPresent()) {
        requests.add(request.get());
        script.answer(new Exchanged(request.get(), number.incrementAndGet(), socket, in));
        request = socket.isClosed() ? Optional.empty() : read(in);
      }
    } catch (IOException e) {
      // The client went away, which is what some tests are about.
    } finally {
      open.remove(socket);
      closedByClients.release();
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

  String hostAndPort() {
    return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
  }

  String endpoint() {
    return scheme + "://" + hostAndPort();
  }

  int port() {
    return listener.getLocalPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The connections that were made so far, open or not. */
  int connections() {
    return connections.get();
  }

  /** Tells whether so many connections have ended, waiting for it. */
  boolean endedConnections(int count) throws InterruptedException {
    return closedByClients.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS);
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
