package io.facelibrary.aliyun.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An object store whose connections a test serves byte by byte. */
public final class ScriptedStorage implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ServerSocket server;

  /** Serves a connection. */
  public interface Behavior {
    void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  private ScriptedStorage(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a free port. */
  public static ScriptedStorage start() {
    try {
      ServerSocket server = new ServerSocket();
      // With a large buffer, the socket accepts bytes that the storage has not read yet.
      server.setReceiveBufferSize(64 << 10);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return new ScriptedStorage(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Serves each connection in a thread of its own. */
  public void serve(Behavior behavior) {
    inBackground(
        () -> {
          while (true) {
            Socket socket = server.accept();
            inBackground(
                () -> {
                  try (socket) {
                    behavior.serve(socket.getInputStream(), socket.getOutputStream());
                  }
                  return null;
                });
          }
        });
  }

  /** Runs work until {@link #close}. */
  public void inBackground(Callable<?> work) {
    threads.execute(
        () -> {
          try {
            work.call();
          } catch (Exception e) {
            // The test observes the client; this end ends with the test.
          }
        });
  }

  /** Waits until {@link #close}. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Waits until {@link #close}, at most for this time, and returns whether it was closed. */
  public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
    return ended.await(time, unit);
  }

  /** Reads to the end of the request's headers. */
  public static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    ended.countDown();
    server.close();
    threads.shutdownNow();
  }
}
