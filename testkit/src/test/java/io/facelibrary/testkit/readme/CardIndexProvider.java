package io.facelibrary.testkit.readme;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;

/** Opens card index libraries. */
public final class CardIndexProvider implements FaceLibraryProvider {
  private static final ProviderSetting<Integer> FACES =
      ProviderSetting.integer("faces-per-person", "the maximum number of faces of a person")
          .between(1, 1000)
          .orElse(20);
  private static final ProviderSetting<Integer> GROUPS =
      ProviderSetting.integer("groups", "the maximum number of groups")
          .between(1, 1000)
          .orElse(100);

  @Override
  public String name() {
    return "card-index";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(FACES, GROUPS);
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return new CardIndexFaceLibrary(settings.get(FACES), settings.get(GROUPS));
  }
}
