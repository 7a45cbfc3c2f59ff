/** Placeholder. */
@NullMarked
package io.facelibrary.examples;

import org.jspecify.annotations.NullMarked;
