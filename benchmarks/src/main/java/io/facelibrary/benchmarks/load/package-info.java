/** The server under load, beside its peers: each in a process of its own, the load in another. */
@NullMarked
package io.facelibrary.benchmarks.load;

import org.jspecify.annotations.NullMarked;
