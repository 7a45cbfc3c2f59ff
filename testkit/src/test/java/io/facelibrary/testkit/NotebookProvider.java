package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.Limits;
import io.facelibrary.ProviderSettings;
import java.util.Set;

/** Opens notebook libraries, the smallest implementation that passes the contract. */
public final class NotebookProvider implements FaceLibraryProvider {
  static final String NAME = "notebook";
  static final String FACES_PER_PERSON = "faces-per-person";
  static final String KEY = "key";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(Set.of(FACES_PER_PERSON, KEY));
    settings.secret(KEY);
    Limits.Builder limits = Limits.builder();
    settings.integer(FACES_PER_PERSON, 1, 100).ifPresent(limits::facesPerPerson);
    return new NotebookFaceLibrary(new Notebook(), Offered.within(limits.build()));
  }
}
