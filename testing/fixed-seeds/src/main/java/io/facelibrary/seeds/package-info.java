/** Fixed random seeds for property tests. */
@NullMarked
package io.facelibrary.seeds;

import org.jspecify.annotations.NullMarked;
