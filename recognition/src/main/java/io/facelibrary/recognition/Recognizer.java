package io.facelibrary.recognition;

import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Decodes images, finds the faces in them, and computes their embeddings. Thread-safe. */
final class Recognizer implements FaceEncoder {
  /** Larger batches are no faster in any engine. */
  private static final int BATCH = 8;

  private final FaceNetworks networks;
  private final FaceDetector detector;
  private final ImageLimits limits;
  private final boolean mirrored;
  private final EncoderModel model;

  Recognizer(
      FaceNetworks networks,
      double threshold,
      boolean smallFaces,
      ImageLimits limits,
      boolean mirrored) {
    this.networks = networks;
    this.limits = limits;
    this.mirrored = mirrored;
    detector = new FaceDetector(networks, threshold, smallFaces);
    model = DlibModel.model(mirrored);
  }

  /** A face and the part of the image that shows it, rotated upright. */
  private static final class AlignedFace {
    final DetectedFace face;
    final float[] chip;

    AlignedFace(DetectedFace face, DecodedImage image) {
      this.face = face;
      chip = new Alignment(face.points()).cut(image, FaceNetworks.FACE_SIZE);
    }
  }

  @Override
  public EncoderModel model() {
    return model;
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    return encodeBatch(List.of(image)).get(0);
  }

  @Override
  public List<Encoding> encodeEach(List<FaceImage.Bytes> images) {
    List<Encoding> results = new ArrayList<>(images.size());
    for (int from = 0; from < images.size(); from += BATCH) {
      results.addAll(encodeBatch(images.subList(from, Math.min(images.size(), from + BATCH))));
    }
    return List.copyOf(results);
  }

  private List<Encoding> encodeBatch(List<FaceImage.Bytes> images) {
    List<ImageResult<AlignedFace>> aligned =
        images.stream().map(it -> DecodedImage.read(it, limits).then(this::alignOne)).toList();
    Iterator<EncodedFace> encoded =
        encode(aligned.stream().flatMap(it -> it.value().stream()).toList()).iterator();
    List<Encoding> results = new ArrayList<>(images.size());
    for (ImageResult<AlignedFace> result : aligned) {
      results.add(
          result instanceof ImageResult.Rejected<AlignedFace> rejected
              ? rejected.rejection()
              : Encoded.of(List.of(encoded.next())));
    }
    return results;
  }

  private ImageResult<AlignedFace> alignOne(DecodedImage image) {
    List<DetectedFace> faces = detect(image);
    Optional<Rejected> rejection = QualityGate.check(faces);
    return rejection.isPresent()
        ? new ImageResult.Rejected<>(rejection.get())
        : new ImageResult.Accepted<>(new AlignedFace(faces.get(0), image));
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    if (atMost < 1) {
      throw InvalidRequestException.of("atMost", "must be at least 1");
    }
    ImageResult<DecodedImage> decoded = DecodedImage.read(image, limits);
    if (decoded instanceof ImageResult.Rejected<DecodedImage> rejected) {
      return rejected.rejection();
    }
    return Encoded.of(encodeAll(decoded.orThrow(), atMost));
  }

  /** Encodes the largest faces. Those below {@link DetectedFace#TOO_SMALL} are omitted. */
  private List<EncodedFace> encodeAll(DecodedImage image, int atMost) {
    return encode(
        detect(image).stream()
            .filter(face -> face.size() >= DetectedFace.TOO_SMALL)
            .limit(atMost)
            .map(face -> new AlignedFace(face, image))
            .toList());
  }

  /** Searches for faces. Returns the largest first. */
  List<DetectedFace> detect(DecodedImage image) {
    return detector.detect(image);
  }

  /** Computes the embedding of a face that was found in this image. */
  FaceEmbedding embed(DecodedImage image, DetectedFace face) {
    return encode(List.of(new AlignedFace(face, image))).get(0).embedding();
  }

  private List<EncodedFace> encode(List<AlignedFace> faces) {
    List<float[]> chips = new ArrayList<>();
    for (AlignedFace face : faces) {
      chips.add(face.chip);
      if (mirrored) {
        chips.add(Mirror.of(face.chip));
      }
    }
    List<float[]> values = networks.embed(chips);
    List<EncodedFace> encoded = new ArrayList<>(faces.size());
    for (int i = 0; i < faces.size(); i++) {
      float[] value =
          mirrored ? Mirror.mean(values.get(2 * i), values.get(2 * i + 1)) : values.get(i);
      DetectedFace face = faces.get(i).face;
      encoded.add(
          EncodedFace.of(FaceEmbedding.of(value))
              .withBox(face.box())
              .withQuality(face.overallQuality()));
    }
    return encoded;
  }

  @Override
  public Similarity similarity(double distance) {
    return DlibModel.CURVE.similarity(distance);
  }

  /** Closes the networks. */
  @Override
  public void close() {
    networks.close();
  }

  /** Returns the name of the model. */
  @Override
  public String toString() {
    return "FaceRecognizer[" + model.name() + "]";
  }
}
