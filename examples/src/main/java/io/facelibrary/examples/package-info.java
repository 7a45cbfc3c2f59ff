/**
 * Programs to read and to run, each in a file of its own. Start with {@link
 * io.facelibrary.examples.QuickStart}.
 *
 * <p>What each of them prints stands in README.md, and a test compares the two.
 */
@NullMarked
package io.facelibrary.examples;

import org.jspecify.annotations.NullMarked;
