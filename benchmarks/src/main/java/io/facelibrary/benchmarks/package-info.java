/**
 * Measurements: JMH benchmarks, and programs such as {@link io.facelibrary.benchmarks.HeapPerFace},
 * which measures the heap of a library of a million persons. Results are in {@code
 * docs/performance.md}.
 */
@NullMarked
package io.facelibrary.benchmarks;

import org.jspecify.annotations.NullMarked;
