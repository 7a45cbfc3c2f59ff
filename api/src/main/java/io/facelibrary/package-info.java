/** Placeholder. */
@NullMarked
package io.facelibrary;

import org.jspecify.annotations.NullMarked;
