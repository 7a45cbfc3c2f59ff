/**
 * Retry and rate limits around any face library.
 *
 * <p>Wrap an opened library with {@link io.facelibrary.resilience.ResilientFaceLibrary#around}.
 * Every attempt first takes a permit of its rate limit. A failed call is repeated exactly if
 * repeating it does no harm and the failure is transient. The exception that is finally thrown has
 * the combined effect of all attempts.
 */
@NullMarked
package io.facelibrary.resilience;

import org.jspecify.annotations.NullMarked;
