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
import java.util.HashMap;
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
  private final Map<String, String> moreSettings;
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
    this(throttling, assumptions, layers, Map.of());
  }

  /**
   * Starts a server.
   *
   * @param moreSettings settings of each library besides those of the connection
   */
  public GreenHarness(
      GreenNetworkFaults.Throttling throttling,
      ProtocolAssumptions assumptions,
      UnaryOperator<FaceLibrary> layers,
      Map<String, String> moreSettings) {
    this.faults = new GreenNetworkFaults(throttling);
    this.moreSettings = Map.copyOf(moreSettings);
    this.layers = layers;
    this.server =
        GreenServer.builder()
            .library(behind)
            .credentials(KEY, Secret.of(SECRET))
            .assumptions(assumptions)
            .start();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(moreSettings);
    settings.put("endpoint", server.uri().toString());
    settings.put("access-key-id", KEY);
    settings.put("access-key-secret", SECRET);
    settings.put("response-timeout", "60s");
    settings.put("search-delay", "0s");
    return settings;
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
