/** The command {@code face-library}: its settings and exit codes. */
@NullMarked
package io.facelibrary.cli;

import org.jspecify.annotations.NullMarked;
