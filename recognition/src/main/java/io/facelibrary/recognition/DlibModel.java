package io.facelibrary.recognition;

import io.facelibrary.EncoderModel;
import io.facelibrary.SimilarityScale;
import io.facelibrary.recognition.internal.FaceNetworks;
import io.facelibrary.recognition.internal.FalseAcceptCurve;
import java.util.Map;

/** The shipped model: its name, and the error rates that were measured with it. */
final class DlibModel {
  /**
   * BlazeFace, four points, dlib's chip. Any change of the embeddings changes the version in it.
   */
  private static final String NAME = "dlib-resnet-v1/blazeface-back-4pt-1";

  /** The smallest rate that the number of compared pairs can show. */
  private static final double MEASURED_DOWN_TO = 3e-5;

  private static final String SOURCE =
      "pairs of different persons in held-out images, LFW; docs/recognition.md";

  /** The figures of docs/recognition.md, for embeddings without the mirrored average. */
  static final FalseAcceptCurve CURVE =
      FalseAcceptCurve.of(Map.of(0.45, MEASURED_DOWN_TO, 0.50, 3.1e-4, 0.55, 2.7e-3, 0.60, 1.7e-2));

  private DlibModel() {}

  /**
   * Returns the model.
   *
   * @param mirrored whether embeddings are averages with the mirror image. Their model has no
   *     scale, because its error rates were not measured on held-out images.
   */
  static EncoderModel model(boolean mirrored) {
    return mirrored
        ? EncoderModel.of(NAME + "-mirrored", FaceNetworks.DIMENSIONS)
        : EncoderModel.of(NAME, FaceNetworks.DIMENSIONS)
            .withScale(SimilarityScale.measured(MEASURED_DOWN_TO, SOURCE));
  }
}
