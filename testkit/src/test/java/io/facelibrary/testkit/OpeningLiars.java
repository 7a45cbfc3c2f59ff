package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Libraries with defects in discovery and opening. */
final class OpeningLiars {
  private OpeningLiars() {}

  static Stream<Liar> all() {
    return Stream.of(
        found("is not found by its name", "isFoundByItsName", "absent"),
        found("is not listed", "isListedWhenAnUnknownProviderIsRequested", "absent"),
        found("uses another name in errors", "usesTheProviderNameInErrors", LaxProvider.NAME),
        found(
            "accepts any setting", "refusesAnUnknownSettingAndListsTheKnownOnes", LaxProvider.NAME),
        found(
            "puts its key into the refusal of a setting",
            "printsNoValueOfARefusedSetting",
            LoudProvider.NAME),
        found("opens only once", "opensMoreThanOnce", LoudProvider.NAME),
        new Liar(
            "makes a remote call while it opens",
            DiscoveryContract.class,
            "opensWithoutARemoteCall",
            () ->
                OffNetwork.opening(
                    new NotebookHarness(Liar.DECLARED, it -> it), OpeningLiars::calling)));
  }

  private static Liar found(String defect, String caughtBy, String provider) {
    return new Liar(
        defect,
        DiscoveryContract.class,
        caughtBy,
        () -> {
          LoudProvider.OPENED.set(false);
          return new Found(provider);
        });
  }

  private static FaceLibrary calling(FaceLibrary opened) {
    opened.findPerson(PersonId.of("anybody"));
    return opened;
  }

  private record Found(String provider) implements Harness {
    @Override
    public FaceLibrary open() {
      return new NotebookHarness(Liar.DECLARED, it -> it).open();
    }

    @Override
    public Optional<Discovery> discovery() {
      return Optional.of(new Discovery(provider, Map.of("key", NotebookHarness.KEY)));
    }

    @Override
    public Set<String> secrets() {
      return Set.of(NotebookHarness.KEY);
    }
  }
}
