/**
 * Finds faces in images and computes an embedding of each: 128 values whose distance is small for
 * one person and large for two. Everything runs in the process, in plain Java, without a native
 * library and without network access.
 *
 * <pre>{@code
 * try (FaceEncoder encoder = FaceRecognizer.open()) {
 *   EncodedFace known = encoder.encodeOne(FaceImage.read(Path.of("grace.jpg"))).orThrow().get(0);
 *   EncodedFace probe = encoder.encodeOne(FaceImage.read(Path.of("visitor.jpg"))).orThrow().get(0);
 *   Similarity similarity = encoder.similarity(known.embedding(), probe.embedding());
 *   Verdict verdict = encoder.model().scale().orElseThrow().verdict(similarity, 1);
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
 *   <li>API: {@code FaceRecognizer} opens encoders, with {@code ImageLimits} and a {@code
 *       FaceEngine}; {@code RecognizerProvider} opens them by name.
 *   <li>Encoder: {@code Recognizer} runs the steps below. {@code DlibModel} has the name and the
 *       error rates of the model. A step returns an {@code ImageResult}, whose {@code
 *       RejectionReason} has a stable word.
 *   <li>Decoding: {@code ImageDecoder} makes a {@code DecodedImage} within {@code ImageLimits}, by
 *       {@code RgbPixels}; {@code Exif*} rotate it. {@code WebpStructure}, {@code LosslessHeader},
 *       {@code LosslessBits} and {@code PrefixCode} check a WebP first, and {@code ZeroPaddedInput}
 *       feeds its decoder.
 *   <li>Detection: {@code FaceDetector} scales the image with {@code Letterbox} and merges the
 *       {@code DetectionCandidates} to {@code DetectedFace}s; {@code QualityMeter} and {@code
 *       QualityGate} judge the {@code Quality} of the faces.
 *   <li>Alignment: {@code Alignment} cuts a face out by its {@code KeyPoints}, each a {@code
 *       Point}; {@code Mirror} flips it.
 *   <li>Networks: {@code JavaNetworks} runs {@code BlazeFace} and {@code ResNet}. The package
 *       {@code internal} has the classes that other engines need too.
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
