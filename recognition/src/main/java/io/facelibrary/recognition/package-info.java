/**
 * Finds faces in pictures and turns each into 128 numbers that are close to each other for one
 * person and far apart for two. In the process, in plain Java: no network, no native library,
 * nothing fetched at run time.
 *
 * <pre>{@code
 * try (FaceRecognizer recognizer = FaceRecognizer.open()) {
 *   EncodedFace known = recognizer.encodeOne(FaceImage.read(Path.of("grace.jpg"))).orThrow();
 *   EncodedFace probe = recognizer.encodeOne(FaceImage.read(Path.of("visitor.jpg"))).orThrow();
 *   double distance = known.embedding().distanceTo(probe.embedding());
 *   System.out.println(distance <= FaceDistance.SURE ? "the same person" : "not sure");
 * }
 * }</pre>
 *
 * <p>It tells photographs of people apart, not people from photographs: there is no check that
 * somebody alive is in front of the camera, so nothing here controls access. What it is good for,
 * with error counts, is in the project's {@code docs/recognition.md}. Embeddings are biometric
 * data.
 */
@NullMarked
package io.facelibrary.recognition;

import org.jspecify.annotations.NullMarked;
