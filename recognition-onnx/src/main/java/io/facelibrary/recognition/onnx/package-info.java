/**
 * Runs the networks of {@link io.facelibrary.recognition.FaceRecognizer} in ONNX Runtime. It is a
 * native library of 54 MB and takes about half the time of plain Java:
 *
 * <pre>{@code
 * FaceRecognizer.builder().engine(OnnxEngine.open(2)).open()
 * }</pre>
 *
 * <p>The embeddings equal those of plain Java within 0.0001, and the model is the same.
 */
@Incubating(since = "0.1")
@NullMarked
package io.facelibrary.recognition.onnx;

import io.facelibrary.Incubating;
import org.jspecify.annotations.NullMarked;
