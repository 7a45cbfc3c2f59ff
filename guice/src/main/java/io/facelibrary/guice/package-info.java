/**
 * Binds a face library in a Guice injector.
 *
 * <p>Install a {@link io.facelibrary.guice.FaceLibraryModule} and inject {@link
 * io.facelibrary.FaceLibrary}. Wrong settings are reported when the injector is created.
 */
@NullMarked
package io.facelibrary.guice;

import org.jspecify.annotations.NullMarked;
