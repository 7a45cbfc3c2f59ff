package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Libraries that lie about how they are found, or about what is left when they are opened again.
 */
final class OpeningLiars {
  private OpeningLiars() {}

  static Stream<Liar> all() {
    return Stream.concat(aboutDiscovery(), aboutDurability());
  }

  private static Stream<Liar> aboutDiscovery() {
    return Stream.of(
        found("is found by no name", "isFoundByItsName", "absent"),
        found("is not listed", "isListedWhenAnUnknownProviderIsRequested", "absent"),
        found("goes by another name", "isNamedInErrorsAsItIsOpened", LaxProvider.NAME),
        found("takes any setting", "refusesAnUnknownSettingAndListsTheKnownOnes", LaxProvider.NAME),
        found("quotes its key", "printsNoValueOfARefusedSetting", LoudProvider.NAME),
        found("opens once", "opensMoreThanOnce", LoudProvider.NAME),
        new Liar(
            "calls while it opens",
            DiscoveryContract.class,
            "opensWithoutARemoteCall",
            () ->
                OffNetwork.opening(
                    new NotebookHarness(Liar.DECLARED, it -> it), OpeningLiars::calling)));
  }

  private static Liar found(String lie, String caughtBy, String provider) {
    return new Liar(
        lie,
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

  private static Stream<Liar> aboutDurability() {
    Supplier<Notebook> blank = Notebook::new;
    return Stream.of(
        kept("shows nothing to another library", "showsTheWritesOfOneLibraryToAnother", blank),
        kept("lets two add one person", "refusesAPersonThatAnotherLibraryAdded", blank),
        kept("forgets when it is closed", "keepsExactlyTheAcknowledgedWritesAfterClose", blank),
        new Liar(
            "forgets when its process is killed",
            DurabilityContract.class,
            "keepsExactlyTheAcknowledgedWritesAfterACrash",
            () -> new Kept(new Notebook())),
        new Liar(
            "gives an id again when it is opened again",
            DurabilityContract.class,
            "reusesNoFaceIdAfterClose",
            () -> new Kept(new RestartingNotebook())));
  }

  private static Liar kept(String lie, String caughtBy, Supplier<Notebook> each) {
    return new Liar(lie, DurabilityContract.class, caughtBy, () -> new Forgetful(each));
  }

  private record Forgetful(Supplier<Notebook> notebooks) implements Harness {
    @Override
    public FaceLibrary open() {
      return new NotebookHarness(notebooks.get(), Liar.DECLARED, it -> it).open();
    }

    @Override
    public boolean durable() {
      return true;
    }
  }

  private record Kept(Notebook notebook) implements Harness {
    @Override
    public FaceLibrary open() {
      return new NotebookHarness(notebook, Liar.DECLARED, it -> it).open();
    }

    @Override
    public boolean durable() {
      return true;
    }

    @Override
    public Optional<FaceLibrary> openAfterCrash() {
      return Optional.of(new NotebookHarness(Liar.DECLARED, it -> it).open());
    }
  }

  /** Numbers the faces that there are. */
  private static final class RestartingNotebook extends Notebook {
    @Override
    FaceId nextFace() {
      int faces = persons.values().stream().mapToInt(it -> it.faces.size()).sum();
      return FaceId.of("face-" + (faces + 1));
    }
  }
}
