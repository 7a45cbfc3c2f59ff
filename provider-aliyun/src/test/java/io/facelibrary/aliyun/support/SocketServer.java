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

/** A server whose behavior on each connection a test sets, before any request is read. */
public final class SocketServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket listener;

  /** Serves a connection. */
  public interface Behavior {
    void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  public SocketServer() {
    try {
      listener = new ServerSocket();
      // With a large buffer, the socket accepts bytes that the server has not read yet.
      listener.setReceiveBufferSize(64 << 10);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  public void serve(Behavior behavior) {
    inBackground(
        () -> {
          while (true) {
            Socket socket = listener.accept();
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

  /** Runs work on a thread that ends with the server; its failure is ignored. */
  public void inBackground(Callable<?> work) {
    threads.execute(
        () -> {
          try {
            work.call();
          } catch (Exception e) {
            // The test observes the client.
          }
        });
  }

  /** Waits until the server is closed. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Waits for some milliseconds; returns whether the server was closed. */
  public boolean awaitClose(int millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

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
  public void close() {
    closed.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
