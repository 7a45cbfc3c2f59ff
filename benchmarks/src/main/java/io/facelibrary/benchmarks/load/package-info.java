/** Measures the server and comparable servers under load, each in a separate process. */
@NullMarked
package io.facelibrary.benchmarks.load;

import org.jspecify.annotations.NullMarked;
