/**
 * A face library in the process: opens empty, ends with the process, needs nothing.
 *
 * <p>It keeps the whole contract, so that a program tested with it runs on any other provider. It
 * recognises faces when given a {@link io.facelibrary.FaceEncoder}. Without one, and unless given a
 * {@link io.facelibrary.inmemory.ImageMatcher}, search finds a person by the very same picture (the
 * same bytes, or the same address) and by nothing else.
 */
@NullMarked
package io.facelibrary.inmemory;

import org.jspecify.annotations.NullMarked;
