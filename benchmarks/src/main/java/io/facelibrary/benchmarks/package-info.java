/** Placeholder. */
@NullMarked
package io.facelibrary.benchmarks;

import org.jspecify.annotations.NullMarked;
