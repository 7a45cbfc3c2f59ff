/**
 * Finds faces in images and computes an embedding of each: 128 values whose distance is small for
 * one person and large for two. Everything runs in the process, in plain Java, without a native
 * library and without network access.
 *
 * <pre>{@code
 * try (FaceRecognizer recognizer = FaceRecognizer.open()) {
 *   RecognizedFace known = recognizer.encodeOne(FaceImage.read(Path.of("grace.jpg"))).orThrow();
 *   RecognizedFace probe = recognizer.encodeOne(FaceImage.read(Path.of("visitor.jpg"))).orThrow();
 *   double distance = known.distanceTo(probe);
 *   System.out.println(distance <= FaceDistance.SURE ? "the same person" : "not sure");
 * }
 * }</pre>
 *
 * <p>There is no liveness check: an image of a person is recognized like the person. Do not use it
 * to control access. The project's {@code docs/recognition.md} states suitable uses and error
 * rates. Embeddings are biometric data.
 *
 * <p>The files of this package:
 *
 * <ul>
 *   <li>API: {@code FaceRecognizer} with {@code RecognizerEncoder} and {@code RecognizerProvider};
 *       results are {@code ImageResult}, {@code RecognizedFace}, {@code DetectedFace}, {@code
 *       RejectionReason} and {@code FaceDistance}.
 *   <li>Decoding: {@code ImageDecoder} makes a {@code DecodedImage} within {@code ImageLimits}, by
 *       {@code RgbPixels}; {@code Exif*} rotate it. {@code WebpStructure}, {@code LosslessHeader},
 *       {@code LosslessBits} and {@code PrefixCode} check a WebP first, and {@code ZeroPaddedInput}
 *       feeds its decoder.
 *   <li>Detection: {@code FaceDetector} scales the image with {@code Letterbox} and merges the
 *       {@code DetectionCandidates} in its {@code DetectorOutput}; {@code QualityMeter} and {@code
 *       QualityGate} judge the {@code Quality} of the faces.
 *   <li>Alignment: {@code Alignment} cuts a face out by its {@code KeyPoints}, each a {@code
 *       Point}; {@code Mirror} flips it.
 *   <li>Networks: {@code FaceNetworks} is the interface, {@code JavaNetworks} runs {@code
 *       BlazeFace} and {@code ResNet} with {@code ModelWeights}.
 *   <li>Layers: {@code PlaneConvolution} and {@code SeparableBlock} work on {@code Planes}, {@code
 *       PixelConvolution} on {@code Pixels}; a {@code Kernel} ({@code PlainKernel}) computes the
 *       sums in {@code Tile}s. {@code Phases} serve strides of two pixels.
 * </ul>
 */
@Incubating(since = "0.1")
@NullMarked
package io.facelibrary.recognition;

import io.facelibrary.Incubating;
import org.jspecify.annotations.NullMarked;
