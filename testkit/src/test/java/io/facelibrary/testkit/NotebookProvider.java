package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.Limits;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;

/** Opens notebook libraries, the smallest implementation that passes the contract. */
public final class NotebookProvider implements FaceLibraryProvider {
  static final String NAME = "notebook";
  static final String FACES_PER_PERSON = "faces-per-person";
  static final String KEY = "key";

  @Override
  public String name() {
    return NAME;
  }

  private static final ProviderSetting<Integer> FACES =
      ProviderSetting.integer(FACES_PER_PERSON, "the maximum number of faces").between(1, 100);

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(FACES, ProviderSetting.secret(KEY, "the key"));
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    Limits.Builder limits = Limits.builder();
    settings.find(FACES).ifPresent(limits::facesPerPerson);
    return new NotebookFaceLibrary(new Notebook(), Offered.within(limits.build()));
  }
}
