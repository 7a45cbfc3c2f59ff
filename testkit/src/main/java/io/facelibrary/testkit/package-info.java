/** Placeholder. */
@NullMarked
package io.facelibrary.testkit;

import org.jspecify.annotations.NullMarked;
