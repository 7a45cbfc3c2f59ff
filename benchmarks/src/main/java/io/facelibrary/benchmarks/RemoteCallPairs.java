package io.facelibrary.benchmarks;

import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the latency of the two calls of {@link RemoteCallBenchmark} in one thread. They run in
 * turns of a hundred calls, so that changes in the speed of the machine affect both equally.
 */
public final class RemoteCallPairs {
  private static final int TURN = 100;
  private static final int WARM_UP_TURNS = 200;
  private static final int TURNS = 400;
  private static final String PERSON = "person1";
  private static final List<String> FACES = List.of("31842550077981745", "31820666292926465");

  private RemoteCallPairs() {}

  /**
   * Measures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    DeleteFaces request =
        DeleteFaces.of(PersonId.of(PERSON), FACES.stream().map(FaceId::of).toList());
    try (CannedServer.Running server = CannedServer.start(0);
        FaceLibrary library =
            AliyunFaceLibrary.builder()
                .endpoint(server.uri())
                .credentials(AliyunCredentials.of("test-key", Secret.of("test-secret")))
                .open()) {
      RawSdk rawSdk = new RawSdk(server.uri(), 64);
      Runnable provider = () -> library.deleteFaces(request);
      Runnable raw = () -> rawSdk.deleteFaces(PERSON, FACES);
      measure(provider, raw, WARM_UP_TURNS);
      long[][] nanos = measure(provider, raw, TURNS);
      for (double quantile : new double[] {0.5, 0.9, 0.99}) {
        print(quantile, at(quantile, nanos[0]), at(quantile, nanos[1]));
      }
    }
  }

  private static long[][] measure(Runnable one, Runnable other, int turns) {
    long[][] nanos = new long[2][turns * TURN];
    for (int turn = 0; turn < turns; turn++) {
      run(one, nanos[0], turn * TURN);
      run(other, nanos[1], turn * TURN);
    }
    return nanos;
  }

  private static void run(Runnable call, long[] nanos, int from) {
    for (int i = from; i < from + TURN; i++) {
      long begin = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - begin;
    }
  }

  private static double at(double quantile, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) (quantile * sorted.length)] / 1000.0;
  }

  private static void print(double quantile, double provider, double raw) {
    System.out.printf(
        Locale.ROOT,
        "p%-4s provider %7.1f us, raw SDK %7.1f us, ratio %.3f%n",
        Double.toString(quantile * 100).replace(".0", ""),
        provider,
        raw,
        provider / raw);
  }
}
