/**
 * The rules of a library that keeps faces itself, over the seam of its state ({@link
 * io.facelibrary.engine.LibraryStore}). For providers; programs use {@code io.facelibrary}.
 */
@NullMarked
package io.facelibrary.engine;

import org.jspecify.annotations.NullMarked;
