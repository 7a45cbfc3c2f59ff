package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** From the start of a process to its first good answer, server and WireMock in turns. */
public final class StartTimes {
  private static final String PATH = "/green/sface/groups";

  private StartTimes() {}

  /**
   * Measures; to be run in the root of the repository.
   *
   * @param args how many starts of each (7)
   */
  public static void main(String[] args) throws IOException {
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    SignedRequests requests = new SignedRequests();
    Path folder = Files.createTempDirectory("peers");
    double[] green = new double[starts];
    double[] wireMock = new double[starts];
    for (int i = 0; i < starts; i++) {
      try (Peer peer = Peer.green()) {
        green[i] = peer.nanosToFirstAnswer(requests, PATH) / 1e9;
      }
      try (Peer peer = Peer.wireMock(folder, PATH, "{\"code\":200,\"data\":{\"code\":200}}")) {
        wireMock[i] = peer.nanosToFirstAnswer(requests, PATH) / 1e9;
      }
    }
    print("server-green", green);
    print("WireMock stub", wireMock);
    System.out.printf(
        Locale.ROOT, "ratio of the medians: %.2f%n", green[starts / 2] / wireMock[starts / 2]);
  }

  private static void print(String name, double[] seconds) {
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f s, from %.2f to %.2f%n",
        name,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1]);
  }
}
