package io.facelibrary.aliyun;

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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between a program and a server and does to each exchange what a seeded die says. An
 * exchange is a request and its answer; each gets a connection of its own to the server, so that a
 * fault of one never touches another.
 */
final class FaultProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final Random dice;
  private final double share;
  private final long lateMillis;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
  private final Map<NetworkFault, LongAdder> happened = new EnumMap<>(NetworkFault.class);
  private volatile InetSocketAddress server;

  /**
   * Listens; {@link #to} says what for.
   *
   * @param seed of the die
   * @param share of exchanges that go wrong, 0 to 1
   * @param lateMillis how late what is late comes; longer than the program waits
   */
  FaultProxy(long seed, double share, long lateMillis) {
    this.dice = new Random(seed);
    this.share = share;
    this.lateMillis = lateMillis;
    Arrays.stream(NetworkFault.values()).forEach(it -> happened.put(it, new LongAdder()));
    try {
      listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes on to a server, which may have been told this address before. */
  void to(URI address) {
    server = new InetSocketAddress(address.getHost(), address.getPort());
    threads.execute(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** Returns how often each fault happened. */
  Map<NetworkFault, LongAdder> happened() {
    return happened;
  }

  private NetworkFault roll() {
    synchronized (dice) {
      NetworkFault[] faults = NetworkFault.values();
      return dice.nextDouble() < share
          ? faults[1 + dice.nextInt(faults.length - 1)]
          : NetworkFault.NONE;
    }
  }

  private int rollUpTo(int bound) {
    synchronized (dice) {
      return dice.nextInt(bound);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket program = listening.accept();
        program.setTcpNoDelay(true);
        threads.execute(() -> serve(program));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void serve(Socket program) {
    try (program) {
      Optional<byte[]> request = HttpMessageBytes.read(program.getInputStream());
      while (request.isPresent()) {
        NetworkFault fault = roll();
        happened.get(fault).increment();
        if (!exchange(fault, request.get(), program.getOutputStream())) {
          return;
        }
        request = HttpMessageBytes.read(program.getInputStream());
      }
    } catch (IOException e) {
      // The program went away, as it does after its time-outs.
    }
  }

  /** Makes one exchange; answers whether the connection to the program goes on. */
  private boolean exchange(NetworkFault fault, byte[] request, OutputStream program)
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
        later(() -> answered(request));
        waitUntilLate();
        return false;
      }
      default -> {
        byte[] first = answered(request);
        return passOn(fault, request, first, program);
      }
    }
  }

  private boolean passOn(NetworkFault fault, byte[] request, byte[] first, OutputStream program)
      throws IOException {
    int head = headLength(first);
    switch (fault) {
      case ANSWER_LOST -> {
        return false;
      }
      case ANSWER_CUT_IN_HEAD -> {
        return cut(first, 1 + rollUpTo(head - 1), program);
      }
      case ANSWER_CUT_IN_BODY -> {
        return cut(first, head + rollUpTo(Math.max(1, first.length - head)), program);
      }
      case ANSWER_LATE -> {
        waitUntilLate();
        return cut(first, first.length, program);
      }
      case REQUEST_TWICE_FIRST_ANSWER -> answered(request);
      case REQUEST_TWICE_SECOND_ANSWER -> {
        program.write(answered(request));
        program.flush();
        return true;
      }
      default -> {}
    }
    program.write(first);
    program.flush();
    return true;
  }

  private static boolean cut(byte[] answer, int length, OutputStream program) throws IOException {
    program.write(answer, 0, Math.min(length, answer.length));
    program.flush();
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

  private byte[] answered(byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      return HttpMessageBytes.read(in).orElseThrow(() -> new IOException("no answer"));
    }
  }

  private void sendPart(byte[] request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server);
      socket.getOutputStream().write(request, 0, rollUpTo(request.length));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void later(Work work) {
    Runnable start = () -> threads.execute(() -> quietly(work));
    Future<?> unused = later.schedule(start, lateMillis, TimeUnit.MILLISECONDS);
  }

  private static void quietly(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      // Nobody waits for it.
    }
  }

  /** Parks this connection past the program's time-out, which is what is tried out here. */
  private void waitUntilLate() {
    try {
      later.schedule(() -> {}, lateMillis, TimeUnit.MILLISECONDS).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until what is late has come, too. */
  void settle() throws InterruptedException {
    waitUntilLate();
    waitUntilLate();
    threads.shutdown();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    later.shutdownNow();
    threads.shutdownNow();
  }
}
