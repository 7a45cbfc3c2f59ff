package io.facelibrary.testkit;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSettings;

/** A provider that accepts any setting, and whose libraries use another name in errors. */
public final class LaxProvider implements FaceLibraryProvider {
  static final String NAME = "lax";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return FaceLibraries.guard("somebody", new NotebookFaceLibrary(new Notebook(), Offered.ALL));
  }
}
