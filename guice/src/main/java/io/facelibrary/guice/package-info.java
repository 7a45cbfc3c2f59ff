/** Placeholder. */
@NullMarked
package io.facelibrary.guice;

import org.jspecify.annotations.NullMarked;
