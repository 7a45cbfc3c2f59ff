/** Placeholder. */
@NullMarked
package io.facelibrary.inmemory;

import org.jspecify.annotations.NullMarked;
