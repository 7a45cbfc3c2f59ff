/** The command {@code face-library}: what it understands, and what it tells. */
@NullMarked
package io.facelibrary.cli;

import org.jspecify.annotations.NullMarked;
