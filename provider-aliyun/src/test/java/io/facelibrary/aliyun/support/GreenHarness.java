package io.facelibrary.aliyun.support;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunProvider;
import io.facelibrary.green.GreenServer;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.Discovery;
import io.facelibrary.testkit.Harness;
import io.facelibrary.testkit.NetworkFaults;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Libraries of the provider {@code aliyun} whose service is a Green-compatible server on this
 * machine, over a library in memory. Calls pass through the official SDK and the wire.
 */
public final class GreenHarness implements Harness {
  private static final String KEY = "key-id-for-the-contract";
  private static final String SECRET = "secret-for-the-contract";

  private final FaceLibrary behind = InMemoryFaceLibrary.builder().greenLimits().open();
  private final GreenServer server;
  private final UnaryOperator<FaceLibrary> layers;
  private final GreenNetworkFaults faults;

  /**
   * Starts a server.
   *
   * @param throttling the component that reports too many calls
   * @param assumptions how the server behaves where the documentation is silent
   * @param layers the layers around each library
   */
  public GreenHarness(
      GreenNetworkFaults.Throttling throttling,
      ProtocolAssumptions assumptions,
      UnaryOperator<FaceLibrary> layers) {
    this.faults = new GreenNetworkFaults(throttling);
    this.layers = layers;
    this.server =
        GreenServer.builder()
            .library(behind)
            .credentials(KEY, Secret.of(SECRET))
            .assumptions(assumptions)
            .start();
  }

  private Map<String, String> settings() {
    return Map.of(
        "endpoint",
        server.uri().toString(),
        "access-key-id",
        KEY,
        "access-key-secret",
        SECRET,
        "response-timeout",
        "60s",
        "search-delay",
        "0s");
  }

  @Override
  public FaceLibrary open() {
    return layers.apply(FaceLibraries.open(AliyunProvider.NAME, settings()));
  }

  @Override
  public Optional<FaceImage> unsuitableImage() {
    // No such object was uploaded, so the service cannot read it.
    return Optional.of(FaceImage.at("oss://face-library-uploads/upload/images/no-such-image.png"));
  }

  @Override
  public boolean durable() {
    return true;
  }

  /** The service stores the data, so a new client reads what is stored. */
  @Override
  public Optional<FaceLibrary> openAfterClose() {
    return Optional.of(open());
  }

  /** The service stores the data, so a client that ends without closing loses nothing. */
  @Override
  public Optional<FaceLibrary> openAfterCrash() {
    return Optional.of(open());
  }

  @Override
  public Optional<Discovery> discovery() {
    return Optional.of(new Discovery(AliyunProvider.NAME, settings()));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(KEY, SECRET);
  }

  @Override
  public Optional<NetworkFaults> networkFaults() {
    return Optional.of(faults);
  }

  @Override
  public void close() {
    faults.close();
    server.close();
    behind.close();
  }
}
