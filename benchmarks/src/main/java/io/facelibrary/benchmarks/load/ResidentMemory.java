package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.util.Locale;

/** Measures the resources of the server with a million faces, which are added over the wire. */
public final class ResidentMemory {
  private static final int PERSONS = 50_000;

  private ResidentMemory() {}

  /**
   * Measures. Run it in the root of the repository, on Linux.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    try (Peer green = Peer.green()) {
      SignedRequests requests = new SignedRequests();
      green.nanosToFirstResponse(requests, "/green/sface/groups");
      System.out.println("empty: " + Footprint.of(green.process()));
      StockedLibrary library = new StockedLibrary(green, requests, PERSONS);
      long begin = System.nanoTime();
      library.addFaces();
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d faces in %.1f s: %s%n",
          PERSONS * StockedLibrary.FACES_PER_CALL,
          seconds,
          Footprint.of(green.process()));
    }
  }
}
