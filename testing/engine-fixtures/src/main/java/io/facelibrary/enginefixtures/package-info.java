/** A store for the tests of providers that build on the engine: {@code TwiceRunningStore}. */
@NullMarked
package io.facelibrary.enginefixtures;

import org.jspecify.annotations.NullMarked;
