package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs the server at full load for minutes: faces are added, queried and deleted again and again.
 * The resources of the process are read every minute. Ends with status 1 if they grow.
 */
public final class Soak {
  private static final int PERSONS = 2000;
  private static final int CONNECTIONS = 64;
  private static final int CALLS_PER_PERSON = 10;

  private Soak() {}

  /**
   * Measures. Run it in the root of the repository, on Linux.
   *
   * @param args minutes (10)
   */
  public static void main(String[] args) throws IOException {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    List<Footprint> footprints = new ArrayList<>();
    try (Peer green = Peer.green()) {
      SignedRequests requests = new SignedRequests();
      green.nanosToFirstResponse(requests, "/green/sface/groups");
      StockedLibrary library = new StockedLibrary(green, requests, PERSONS);
      for (int minute = 1; minute <= minutes; minute++) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        long calls = 0;
        while (System.nanoTime() < end) {
          library.addFaces();
          library.run(CONNECTIONS, PERSONS, library::getAll);
          library.run(CONNECTIONS, PERSONS * CALLS_PER_PERSON, library::deleteTwo);
          calls += PERSONS * (2L + CALLS_PER_PERSON);
        }
        Footprint footprint = Footprint.of(green.process());
        footprints.add(footprint);
        System.out.printf(
            Locale.ROOT, "minute %2d: %,9d calls, all successful; %s%n", minute, calls, footprint);
      }
    }
    if (footprints.size() > 4 && grows(footprints)) {
      System.out.println("the resources of the process have grown");
      System.exit(1);
    }
  }

  /** Compares the last minute with the third, when the code is compiled and caches are filled. */
  private static boolean grows(List<Footprint> footprints) {
    Footprint early = footprints.get(2);
    Footprint late = footprints.get(footprints.size() - 1);
    return late.liveMib() > early.liveMib() * 1.1 + 5
        || late.threads() > early.threads() + 5
        || late.files() > early.files() + 5;
  }
}
