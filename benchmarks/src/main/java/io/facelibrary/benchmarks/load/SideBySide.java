package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Measures signed calls on real state, and compares them with a WireMock stub and with Jetty alone.
 * Both return the same bytes for the same requests. All three run for the whole time and take
 * turns, so that other load of the machine affects them equally.
 */
public final class SideBySide {
  private static final int CONNECTIONS = 64;

  private SideBySide() {}

  /**
   * Measures. Run it in the root of the repository.
   *
   * @param args rounds (5), and calls in each turn, a multiple of ten (40000)
   */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int calls = args.length > 1 ? Integer.parseInt(args[1]) : 40_000;
    measure(StockedLibrary.DELETE_FACES, rounds, calls);
    measure(StockedLibrary.GET_FACES, rounds, calls);
  }

  private static void measure(String path, int rounds, int calls) throws IOException {
    PrintStream out = System.out;
    SignedRequests requests = new SignedRequests();
    Path folder = Files.createTempDirectory("peers");
    try (Peer green = Peer.green()) {
      green.nanosToFirstResponse(requests, "/green/sface/groups");
      StockedLibrary library = new StockedLibrary(green, requests, calls / 10);
      library.addFaces();
      boolean delete = path.equals(StockedLibrary.DELETE_FACES);
      IntFunction<byte[]> request = delete ? library::deleteTwo : library::getAll;
      String sample = library.response(request, 0);
      try (Peer wireMock = Peer.wireMock(folder, path, sample);
          Peer jetty = Peer.jetty(folder, sample)) {
        wireMock.nanosToFirstResponse(requests, path);
        jetty.nanosToFirstResponse(requests, path);
        List<Peer> peers = List.of(green, wireMock, jetty);
        out.printf("%s, %d bytes per response%n", path, sample.length());
        List<double[]> rates = new ArrayList<>();
        // The first round is the warm-up.
        for (int round = 0; round <= rounds; round++) {
          double[] rate = new double[peers.size()];
          for (int i = 0; i < peers.size(); i++) {
            int turn = (round + i) % peers.size();
            if (delete) {
              library.addFaces();
            }
            rate[turn] = turn(peers.get(turn), calls, request, round, out);
          }
          if (round > 0) {
            rates.add(rate);
          }
        }
        ratio(out, "server-green / WireMock stub", rates, 1);
        ratio(out, "server-green / Jetty, constant", rates, 2);
      }
    }
  }

  private static double turn(
      Peer peer, int calls, IntFunction<byte[]> request, int round, PrintStream out)
      throws IOException {
    List<String> bad = new ArrayList<>(0);
    // The requests are signed before, because the load shares the machine with the servers.
    byte[][] signed = new byte[calls][];
    Arrays.setAll(signed, request);
    Latencies latencies;
    double seconds;
    // New connections in each turn: the servers close connections that were idle in other turns.
    try (Connections connections = new Connections(peer.uri(), CONNECTIONS)) {
      long begin = System.nanoTime();
      latencies =
          connections.run(
              calls,
              n -> signed[n],
              response -> {
                if (!response.isGood()) {
                  bad.add(response.toString());
                }
              });
      seconds = (System.nanoTime() - begin) / 1e9;
    }
    if (!bad.isEmpty()) {
      throw new IOException(
          bad.size() + " calls were rejected by " + peer.name() + ": " + bad.get(0));
    }
    double rate = calls / seconds;
    out.printf(
        Locale.ROOT,
        "%s %-16s %,8.0f calls/s, p50 %,6d us, p99 %,6d us%n",
        round == 0 ? "warm-up" : "round " + round,
        peer.name(),
        rate,
        latencies.percentile(0.5),
        latencies.percentile(0.99));
    return rate;
  }

  private static void ratio(PrintStream out, String name, List<double[]> rates, int other) {
    double[] ratios = rates.stream().mapToDouble(it -> it[0] / it[other]).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%s: median %.2f, from %.2f to %.2f %s%n",
        name,
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1],
        Arrays.toString(Arrays.stream(ratios).mapToObj("%.2f"::formatted).toArray()));
  }
}
