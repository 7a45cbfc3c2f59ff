package io.facelibrary.recognition;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.util.List;

/** The steps of recognition one by one, for measurements. Programs have no access to them. */
public final class RecognitionSteps implements AutoCloseable {
  private final FaceNetworks networks;
  private final Recognizer recognizer;
  private final DecodedImage image;
  private final DetectedFace face;
  private final float[] square =
      new float[3 * FaceNetworks.DETECTOR_SIZE * FaceNetworks.DETECTOR_SIZE];
  private final List<float[]> chip =
      List.of(new float[3 * FaceNetworks.FACE_SIZE * FaceNetworks.FACE_SIZE]);

  private RecognitionSteps(FaceEngine engine, FaceImage.Bytes image) {
    networks = engine.networks();
    recognizer = FaceRecognizer.builder().engine(engine).openRecognizer();
    this.image = DecodedImage.read(image).orThrow();
    face = recognizer.detect(this.image).get(0);
    for (int i = 0; i < square.length; i++) {
      square[i] = i % 251;
    }
    for (int i = 0; i < chip.get(0).length; i++) {
      chip.get(0)[i] = i % 251;
    }
  }

  /**
   * Opens an encoder and prepares the steps.
   *
   * @param image an image with a face
   */
  public static RecognitionSteps of(FaceEngine engine, FaceImage.Bytes image) {
    return new RecognitionSteps(engine, image);
  }

  /** Returns the encoder that runs all steps. */
  public FaceEncoder encoder() {
    return recognizer;
  }

  /** Scales the image, runs the detector, and measures the quality of the faces. */
  public Object detect() {
    return recognizer.detect(image);
  }

  /** Cuts the face out and runs the encoder. */
  public FaceEmbedding embed() {
    return recognizer.embed(image, face);
  }

  /** Runs the detector alone. */
  public DetectorOutput detectorAlone() {
    return networks.detect(square);
  }

  /** Runs the encoder alone. */
  public List<float[]> encoderAlone() {
    return networks.embed(chip);
  }

  /** Closes the encoder with its engine. */
  @Override
  public void close() {
    recognizer.close();
  }
}
