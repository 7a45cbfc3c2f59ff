/**
 * Runs the networks of {@link io.facelibrary.recognition.FaceRecognizer} in ONNX Runtime, which is
 * a native library of 54 MB and takes about half the time:
 *
 * <pre>{@code
 * FaceRecognizer.builder().networks(OnnxNetworks.open(2)).open()
 * }</pre>
 *
 * <p>The numbers are those of plain Java within 0.0001, and the model is the same.
 */
@NullMarked
package io.facelibrary.recognition.onnx;

import org.jspecify.annotations.NullMarked;
