/**
 * A face library in the process. It is empty when opened, ends with the process and needs nothing
 * else.
 *
 * <p>It fulfills the whole contract, so a program tested with it runs on any other provider. It
 * recognizes faces if it is given a {@link io.facelibrary.FaceEncoder}. Without an encoder, search
 * compares images with an {@link io.facelibrary.inmemory.ImageMatcher}; the default matcher finds
 * the exact image only (the same bytes or the same URL).
 */
@NullMarked
package io.facelibrary.inmemory;

import org.jspecify.annotations.NullMarked;
