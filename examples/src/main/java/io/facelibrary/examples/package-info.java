/**
 * Programs to read and to run, each in one file. Start with {@link
 * io.facelibrary.examples.QuickStart}.
 *
 * <p>{@code examples/README.md} has the output of each, and a test compares the two.
 */
@NullMarked
package io.facelibrary.examples;

import org.jspecify.annotations.NullMarked;
