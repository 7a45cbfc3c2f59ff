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

  private static Liar unguarded(String lie, String caughtBy) {
    return Liar.unguarded(lie, GuardContract.class, caughtBy, bare -> bare);
  }

  static Stream<Liar> all() {
    return Stream.of(aboutRequests(), aboutClosing(), declaredOnly(), undeclared())
        .flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutRequests() {
    return Stream.of(
        unguarded("takes null for an answer", "refusesNullArguments"),
        unguarded("lists what is null", "refusesNullArgumentsOfListsAndSearches"),
        unguarded("joins no groups", "refusesToJoinOrLeaveNoGroups"),
        unguarded("takes ids that are too long", "refusesIdsThatAreTooLong"),
        unguarded("takes ids outside its pattern", "refusesIdsOutsideThePattern"),
        unguarded("takes too many images", "refusesMoreImagesThanACallAllows"),
        unguarded(
            "takes too large an image", "refusesAnImageAboveTheSizeLimitAndAcceptsOneAtTheLimit"),
        unguarded("takes too long an address", "refusesAUrlThatIsTooLong"),
        unguarded("searches for too many", "refusesATopKAboveTheLimit"),
        unguarded("searches in too many groups", "refusesASearchInMoreGroupsThanTheLimit"),
        unguarded(
            "does not say which call failed", "namesTheOperationAndTheProviderOfARefusedCall"));
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
            "returnsItsCapabilitiesAfterItWasClosed",
            bare -> new Closing(guarded(bare), false)),
        Liar.unguarded(
            "cannot be closed twice",
            ClosingContract.class,
            "allowsASecondClose",
            bare -> new Closing(guarded(bare), true)),
        Liar.unguarded(
            "breaks the calls that run while it is closed",
            ClosingContract.class,
            "completesOrRefusesTheCallsThatRunDuringClose",
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
            "acceptsImagesInAtLeastOneForm",
            bare ->
                new Declaring(
                    bare, Liar.DECLARED.without(Capability.IMAGE_BYTES, Capability.IMAGE_URL)));
    return Stream.concat(
        Stream.of(blind),
        Arrays.stream(Capability.values()).map(it -> declaredOnly(it, offeredTest(it))));
  }

  private static Liar declaredOnly(Capability capability, String caughtBy) {
    return new Liar(
        "offers " + capability + " in name only",
        CapabilitiesContract.class,
        caughtBy,
        () ->
            new NotebookHarness(
                Liar.DECLARED.without(capability),
                bare -> new Declaring(guarded(bare), Liar.DECLARED)));
  }

  private static String offeredTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "acceptsImagesByUrlWhenOffered";
      case IMAGE_BYTES -> "acceptsImagesAsBytesWhenOffered";
      case FACE_IMAGE_URL -> "returnsTheUrlOfAFaceWhenOffered";
      case SEARCH -> "searchesWhenOffered";
      case SEARCH_MANY_GROUPS -> "searchesManyGroupsWhenOffered";
      case LIST_GROUPS -> "listsGroupsWhenOffered";
      case LIST_PERSONS -> "listsPersonsWhenOffered";
    };
  }

  /** Does what it says it does not offer. */
  private static Stream<Liar> undeclared() {
    return Arrays.stream(Capability.values()).map(it -> undeclared(it, missingTest(it)));
  }

  private static Liar undeclared(Capability capability, String caughtBy) {
    return Liar.unguarded(
        "does not refuse " + capability + ", which it does not offer",
        CapabilitiesContract.class,
        caughtBy,
        bare -> new Declaring(bare, Liar.DECLARED.without(capability)));
  }

  private static String missingTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "refusesImagesByUrlWhenNotOffered";
      case IMAGE_BYTES -> "refusesImagesAsBytesWhenNotOffered";
      case FACE_IMAGE_URL -> "returnsNoUrlOfAFaceWhenNotOffered";
      case SEARCH -> "refusesToSearchWhenNotOffered";
      case SEARCH_MANY_GROUPS -> "refusesToSearchManyGroupsWhenNotOffered";
      case LIST_GROUPS -> "refusesToListGroupsWhenNotOffered";
      case LIST_PERSONS -> "refusesToListPersonsWhenNotOffered";
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
