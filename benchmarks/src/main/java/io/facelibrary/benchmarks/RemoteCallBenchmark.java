package io.facelibrary.benchmarks;

import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures a delete of two faces through the provider {@code aliyun}, and the same call coded
 * directly on the vendor's SDK. Both use the same server in another process over loopback. Run with
 * {@code -t 1 -bm sample} for latency, {@code -t 64} for throughput, {@code -prof gc} for bytes per
 * call.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class RemoteCallBenchmark {
  private static final int CONNECTIONS = 64;
  private static final DeleteFaces REQUEST =
      DeleteFaces.of(
          PersonId.of("person1"), FaceId.of("31842550077981745"), FaceId.of("31820666292926465"));

  private final CannedServer.Running server = CannedServer.start(0);
  private final RawSdk rawSdk = new RawSdk(server.uri(), CONNECTIONS);
  private final FaceLibrary library =
      AliyunFaceLibrary.builder()
          .endpoint(server.uri())
          .credentials(AliyunCredentials.of("test-key", Secret.of("test-secret")))
          .maxConnections(CONNECTIONS)
          .open();

  /** Stops the server and the clients. */
  @TearDown
  public void stop() {
    library.close();
    server.close();
  }

  /** Calls the provider. */
  @Benchmark
  public DeleteFacesResult provider() {
    return library.deleteFaces(REQUEST);
  }

  /** Calls the SDK directly. */
  @Benchmark
  public List<String> rawSdk() {
    return rawSdk.deleteFaces("person1", List.of("31842550077981745", "31820666292926465"));
  }
}
