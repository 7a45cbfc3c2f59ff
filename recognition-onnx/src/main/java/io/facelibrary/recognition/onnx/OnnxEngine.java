package io.facelibrary.recognition.onnx;

import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.FaceEngine;

/** Opens the engine that runs the networks in ONNX Runtime. */
public final class OnnxEngine {
  private OnnxEngine() {}

  /**
   * Loads the native library and builds the models in memory, from the weights that plain Java uses
   * too. They take about 25 MB outside the heap.
   *
   * @param threads the number of threads of one call, 1 to 1,024. The number of concurrent calls is
   *     not limited.
   * @return the engine; the encoder that receives it closes it
   * @throws InvalidRequestException if the number is out of its range
   * @throws FaceLibraryException of the kind {@code UNSUPPORTED} if ONNX Runtime has no native
   *     library for this platform, for example for a Mac with an Intel processor
   */
  public static FaceEngine open(int threads) {
    if (threads < 1 || threads > 1024) {
      throw InvalidRequestException.of("threads", "must be from 1 to 1024");
    }
    return FaceEngine.of(OnnxNetworks.open(threads));
  }
}
