/**
 * Retry and rate limits around any face library.
 *
 * <p>Wrap the library that was opened with {@link
 * io.facelibrary.resilience.ResilientFaceLibrary#around}. Every attempt takes a permit of its rate
 * limit first; a call that failed is repeated exactly when that does no harm and the failure may
 * pass; and what is thrown in the end says what all attempts together may have done.
 */
@NullMarked
package io.facelibrary.resilience;

import org.jspecify.annotations.NullMarked;
