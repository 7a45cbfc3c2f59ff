package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Libraries that lie about what they take, or that users get without a guard. */
final class GuardLiars {
  private GuardLiars() {}

  private static Liar unguarded(String lie, String foundOutBy) {
    return Liar.unguarded(lie, GuardContract.class, foundOutBy, bare -> bare);
  }

  static Stream<Liar> all() {
    return Stream.of(aboutRequests(), aboutClosing(), declaredOnly(), undeclared())
        .flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutRequests() {
    return Stream.of(
        unguarded("takes null for an answer", "refusesNullEverywhere"),
        unguarded("lists what is null", "refusesNullWhereItListsAndSearches"),
        unguarded("joins no groups", "refusesToJoinOrLeaveNoGroups"),
        unguarded("takes ids that are too long", "refusesIdsThatAreTooLong"),
        unguarded("takes ids outside its pattern", "refusesIdsOutsideThePattern"),
        unguarded("takes too many images", "refusesMoreImagesThanACallTakes"),
        unguarded("takes too large an image", "refusesAPictureThatIsTooLargeAndTakesOneThatIsNot"),
        unguarded("takes too long an address", "refusesAnAddressThatIsTooLong"),
        unguarded("searches for too many", "refusesToSearchForMorePersonsThanItAnswers"),
        unguarded("searches in too many groups", "refusesToSearchInMoreGroupsThanItTakes"),
        unguarded("does not say which call failed", "saysWhichCallItRefused"));
  }

  private static Stream<Liar> aboutClosing() {
    return Stream.of(
        Liar.unguarded(
            "answers after it was closed",
            ClosingContract.class,
            "refusesEveryCallAfterItWasClosed",
            bare -> bare),
        Liar.unguarded(
            "forgets what it offers when it is closed",
            ClosingContract.class,
            "saysWhatItOffersEvenAfterItWasClosed",
            bare -> new Closing(guarded(bare), false)),
        Liar.unguarded(
            "cannot be closed twice",
            ClosingContract.class,
            "closesTwiceWithoutHarm",
            bare -> new Closing(guarded(bare), true)),
        Liar.unguarded(
            "breaks the calls that run while it is closed",
            ClosingContract.class,
            "answersOrRefusesTheCallsThatRunWhileItIsClosed",
            bare -> new Closing(bare, false)));
  }

  private static FaceLibrary guarded(FaceLibrary bare) {
    return FaceLibraries.guard("guarded", bare);
  }

  /** Declares each capability though the library below refuses it. */
  private static Stream<Liar> declaredOnly() {
    Liar blind =
        Liar.of(
            "takes no pictures at all",
            CapabilitiesContract.class,
            "takesPicturesInOneFormAtLeast",
            bare ->
                new Declaring(
                    bare, Liar.DECLARED.without(Capability.IMAGE_BYTES, Capability.IMAGE_URL)));
    return Stream.concat(
        Stream.of(blind),
        Arrays.stream(Capability.values()).map(it -> declaredOnly(it, offeredTest(it))));
  }

  private static Liar declaredOnly(Capability capability, String foundOutBy) {
    return new Liar(
        "offers " + capability + " in name only",
        CapabilitiesContract.class,
        foundOutBy,
        () ->
            new NotebookHarness(
                Liar.DECLARED.without(capability),
                bare -> new Declaring(guarded(bare), Liar.DECLARED)));
  }

  private static String offeredTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "takesPicturesByAddressWhereItOffersThat";
      case IMAGE_BYTES -> "takesPicturesByContentWhereItOffersThat";
      case FACE_IMAGE_URL -> "tellsTheAddressOfAFaceWhereItOffersThat";
      case SEARCH -> "searchesWhereItOffersThat";
      case SEARCH_MANY_GROUPS -> "searchesManyGroupsWhereItOffersThat";
      case LIST_GROUPS -> "listsGroupsWhereItOffersThat";
      case LIST_PERSONS -> "listsPersonsWhereItOffersThat";
    };
  }

  /** Does what it says it does not offer. */
  private static Stream<Liar> undeclared() {
    return Arrays.stream(Capability.values()).map(it -> undeclared(it, missingTest(it)));
  }

  private static Liar undeclared(Capability capability, String foundOutBy) {
    return Liar.unguarded(
        "does not refuse " + capability + ", which it does not offer",
        CapabilitiesContract.class,
        foundOutBy,
        bare -> new Declaring(bare, Liar.DECLARED.without(capability)));
  }

  private static String missingTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "refusesPicturesByAddressWhereItDoesNotOfferThat";
      case IMAGE_BYTES -> "refusesPicturesByContentWhereItDoesNotOfferThat";
      case FACE_IMAGE_URL -> "tellsNoAddressOfAFaceWhereItDoesNotOfferThat";
      case SEARCH -> "refusesToSearchWhereItDoesNotOfferThat";
      case SEARCH_MANY_GROUPS -> "refusesToSearchManyGroupsWhereItDoesNotOfferThat";
      case LIST_GROUPS -> "refusesToListGroupsWhereItDoesNotOfferThat";
      case LIST_PERSONS -> "refusesToListPersonsWhereItDoesNotOfferThat";
    };
  }

  private static final class Closing extends ForwardingFaceLibrary {
    private final boolean onceOnly;
    private final AtomicInteger closings = new AtomicInteger();

    Closing(FaceLibrary honest, boolean onceOnly) {
      super(honest);
      this.onceOnly = onceOnly;
    }

    @Override
    protected <T> T around(Operation operation, Supplier<T> call) {
      T answer = call.get();
      if (closings.get() > 0) {
        throw new IllegalStateException("the connection is gone");
      }
      return answer;
    }

    @Override
    public Capabilities capabilities() {
      return closings.get() > 0 && !onceOnly
          ? Liar.DECLARED.without(Capability.SEARCH)
          : super.capabilities();
    }

    @Override
    public void close() {
      if (closings.incrementAndGet() > 1 && onceOnly) {
        throw new IllegalStateException("was closed before");
      }
      super.close();
    }
  }
}
