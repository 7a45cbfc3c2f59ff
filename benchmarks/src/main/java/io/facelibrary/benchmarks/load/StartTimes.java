package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the time from the start of a process to its first successful response. The server, the
 * server with a class data archive, and WireMock take turns.
 */
public final class StartTimes {
  private static final String PATH = "/green/sface/groups";

  private StartTimes() {}

  /**
   * Measures. Run it in the root of the repository.
   *
   * @param args the number of starts of each (7)
   */
  public static void main(String[] args) throws IOException {
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    SignedRequests requests = new SignedRequests();
    Path folder = Files.createTempDirectory("peers");
    double[] green = new double[starts];
    double[] archived = new double[starts];
    double[] wireMock = new double[starts];
    String archive = folder.resolve("green.jsa").toString();
    try (Peer peer = Peer.green("-XX:ArchiveClassesAtExit=" + archive)) {
      peer.nanosToFirstResponse(requests, PATH);
    }
    for (int i = 0; i < starts; i++) {
      try (Peer peer = Peer.green()) {
        green[i] = peer.nanosToFirstResponse(requests, PATH) / 1e9;
      }
      try (Peer peer = Peer.green("-XX:SharedArchiveFile=" + archive)) {
        archived[i] = peer.nanosToFirstResponse(requests, PATH) / 1e9;
      }
      try (Peer peer = Peer.wireMock(folder, PATH, "{\"code\":200,\"data\":{\"code\":200}}")) {
        wireMock[i] = peer.nanosToFirstResponse(requests, PATH) / 1e9;
      }
    }
    double peer = print("WireMock stub", wireMock);
    System.out.printf(Locale.ROOT, "ratio %.2f%n", print("server-green", green) / peer);
    System.out.printf(
        Locale.ROOT, "ratio %.2f%n", print("server-green, class archive", archived) / peer);
  }

  private static double print(String name, double[] seconds) {
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f s, from %.2f to %.2f%n",
        name,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1]);
    return seconds[seconds.length / 2];
  }
}
