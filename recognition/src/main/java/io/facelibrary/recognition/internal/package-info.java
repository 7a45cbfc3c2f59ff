/**
 * Classes of recognition that {@code recognition-onnx} uses too. This package is not part of the
 * API: it may change in any release.
 *
 * <ul>
 *   <li>Networks: {@code FaceNetworks} is the interface of an engine, {@code DetectorOutput} the
 *       output of its detector; {@code ModelWeights} reads the weights that engines build from.
 *   <li>{@code FalseAcceptCurve} converts the distance of two embeddings to a similarity.
 * </ul>
 */
@NullMarked
package io.facelibrary.recognition.internal;

import org.jspecify.annotations.NullMarked;
