package io.facelibrary.testkit.readme;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSettings;
import java.util.Set;

/** Opens card index libraries. */
public final class CardIndexProvider implements FaceLibraryProvider {
  @Override
  public String name() {
    return "card-index";
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(Set.of("faces-per-person", "groups"));
    int faces = settings.integer("faces-per-person", 1, 1000).orElse(20);
    int groups = settings.integer("groups", 1, 1000).orElse(100);
    return new CardIndexFaceLibrary(faces, groups);
  }
}
