/**
 * Measurements: JMH benchmarks, and {@link io.facelibrary.benchmarks.HeapPerFace}, which weighs a
 * library of a million persons. Results stand in {@code docs/performance.md}.
 */
@NullMarked
package io.facelibrary.benchmarks;

import org.jspecify.annotations.NullMarked;
