package io.facelibrary.testkit;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;

/**
 * A provider that lists a setting it does not know, and whose libraries use another name in errors.
 */
public final class LaxProvider implements FaceLibraryProvider {
  static final String NAME = "lax";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(
        ProviderSetting.secret(NotebookProvider.KEY, "the key"),
        ProviderSetting.text("no-such-setting", "no meaning"));
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return FaceLibraries.guard("somebody", new NotebookFaceLibrary(new Notebook(), Offered.ALL));
  }
}
