package io.facelibrary.engine;

import io.facelibrary.FaceLibrary;

/** Creates libraries with the rules of this package over the store of a provider. */
public final class EngineLibraries {
  private EngineLibraries() {}

  /**
   * Creates a library over a store, which is closed with the library. The library is not guarded
   * yet; see {@link io.facelibrary.FaceLibraries#guard}.
   */
  public static FaceLibrary create(LibraryStore store, EngineOptions options) {
    EngineFaceLibrary library = new EngineFaceLibrary(store, options);
    return options.hasYearlyClearing() ? new YearlyClearing(library, options.clock()) : library;
  }
}
