package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.internal.FaceNetworks;

/**
 * The code that runs the two networks of an encoder. Every engine returns the same values within
 * 0.0001. {@link #inJava} is plain Java; {@code recognition-onnx} has another engine.
 *
 * <p>An engine belongs to one encoder, which closes it.
 */
public final class FaceEngine {
  private final FaceNetworks networks;

  private FaceEngine(FaceNetworks networks) {
    this.networks = networks;
  }

  /**
   * Returns the engine in plain Java. It takes 24 MB, and 15 MB more for each concurrent call.
   *
   * @param maxConcurrentCalls the number of concurrent calls, 1 to 1,024; further calls wait
   * @throws InvalidRequestException if the number is out of its range
   */
  public static FaceEngine inJava(int maxConcurrentCalls) {
    if (maxConcurrentCalls < 1 || maxConcurrentCalls > 1024) {
      throw InvalidRequestException.of("maxConcurrentCalls", "must be from 1 to 1024");
    }
    return new FaceEngine(new JavaNetworks(maxConcurrentCalls));
  }

  /**
   * Returns an engine of this toolkit. Programs have no use for this method: its parameter is an
   * internal type, which may change in any release.
   */
  public static FaceEngine of(FaceNetworks networks) {
    return new FaceEngine(networks);
  }

  FaceNetworks networks() {
    return networks;
  }
}
