package io.facelibrary.testkit;

import io.facelibrary.Call;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Libraries that declare wrong capabilities, or that users get without the guard. */
final class GuardLiars {
  private static final Set<Capability> WITH_TESTS =
      EnumSet.of(
          Capability.IMAGE_URL,
          Capability.IMAGE_BYTES,
          Capability.FACE_IMAGE_URL,
          Capability.SEARCH,
          Capability.SEARCH_MANY_GROUPS,
          Capability.SEARCH_AMONG_PERSONS,
          Capability.SEARCH_BY_FACE,
          Capability.LIST_GROUPS,
          Capability.LIST_PERSONS,
          Capability.LIST_ALL_PERSONS);

  private GuardLiars() {}

  private static Liar unguarded(String defect, String caughtBy) {
    return Liar.unguarded(defect, GuardContract.class, caughtBy, bare -> bare);
  }

  static Stream<Liar> all() {
    return Stream.of(aboutRequests(), aboutClosing(), declaredOnly(), undeclared())
        .flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutRequests() {
    return Stream.of(
        unguarded("accepts null arguments", "refusesNullArguments"),
        unguarded("accepts null arguments of lists", "refusesNullArgumentsOfListsAndSearches"),
        unguarded("accepts an empty set of groups", "refusesToJoinOrLeaveNoGroups"),
        unguarded("accepts ids that are too long", "refusesIdsThatAreTooLong"),
        unguarded("accepts ids outside its pattern", "refusesIdsOutsideThePattern"),
        unguarded("accepts too many images", "refusesMoreImagesThanACallAllows"),
        unguarded(
            "accepts an image that is too large",
            "refusesAnImageAboveTheSizeLimitAndAcceptsOneAtTheLimit"),
        unguarded("accepts a URL that is too long", "refusesAUrlThatIsTooLong"),
        unguarded("accepts a top-K that is too large", "refusesATopKAboveTheLimit"),
        unguarded("accepts too many groups of a search", "refusesASearchInMoreGroupsThanTheLimit"),
        unguarded(
            "does not name the call that failed", "namesTheOperationAndTheProviderOfARefusedCall"));
  }

  private static Stream<Liar> aboutClosing() {
    return Stream.of(
        Liar.unguarded(
            "accepts calls after close",
            ClosingContract.class,
            "refusesEveryCallAfterItWasClosed",
            bare -> bare),
        Liar.unguarded(
            "changes its capabilities at close",
            ClosingContract.class,
            "returnsItsCapabilitiesAfterItWasClosed",
            bare -> new Closing(guarded(bare), false)),
        Liar.unguarded(
            "fails at a second close",
            ClosingContract.class,
            "allowsASecondClose",
            bare -> new Closing(guarded(bare), true)),
        Liar.unguarded(
            "breaks the calls that run during close",
            ClosingContract.class,
            "completesOrRefusesTheCallsThatRunDuringClose",
            bare -> new Closing(bare, false)));
  }

  private static FaceLibrary guarded(FaceLibrary bare) {
    return FaceLibraries.guard("guarded", bare);
  }

  /** Declares each capability, and the library below refuses it. */
  private static Stream<Liar> declaredOnly() {
    Liar blind =
        Liar.of(
            "accepts no images",
            CapabilitiesContract.class,
            "acceptsImagesInAtLeastOneForm",
            bare ->
                new Declaring(
                    bare,
                    Offered.without(Liar.DECLARED, Capability.IMAGE_BYTES, Capability.IMAGE_URL)));
    return Stream.concat(
        Stream.of(blind), WITH_TESTS.stream().map(it -> declaredOnly(it, offeredTest(it))));
  }

  private static Liar declaredOnly(Capability capability, String caughtBy) {
    return new Liar(
        "declares " + capability + " and refuses it",
        CapabilitiesContract.class,
        caughtBy,
        () ->
            new NotebookHarness(
                Offered.without(Liar.DECLARED, capability),
                bare -> new Declaring(guarded(bare), Liar.DECLARED)));
  }

  private static String offeredTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "acceptsImagesByUrlWhenOffered";
      case IMAGE_BYTES -> "acceptsImagesAsBytesWhenOffered";
      case FACE_IMAGE_URL -> "returnsTheUrlOfAFaceWhenOffered";
      case SEARCH -> "searchesWhenOffered";
      case SEARCH_MANY_GROUPS -> "searchesManyGroupsWhenOffered";
      case SEARCH_AMONG_PERSONS -> "searchesAmongPersonsWhenOffered";
      case SEARCH_BY_FACE -> "searchesByAFaceWhenOffered";
      case LIST_ALL_PERSONS -> "listsAllPersonsWhenOffered";
      case LIST_GROUPS -> "listsGroupsWhenOffered";
      case LIST_PERSONS -> "listsPersonsWhenOffered";
      default -> throw new IllegalArgumentException(capability + " has no test");
    };
  }

  /** Accepts calls that need a capability that it does not declare. */
  private static Stream<Liar> undeclared() {
    return WITH_TESTS.stream().map(it -> undeclared(it, missingTest(it)));
  }

  private static Liar undeclared(Capability capability, String caughtBy) {
    return Liar.unguarded(
        "does not refuse " + capability + ", which it does not declare",
        CapabilitiesContract.class,
        caughtBy,
        bare -> new Declaring(bare, Offered.without(Liar.DECLARED, capability)));
  }

  private static String missingTest(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "refusesImagesByUrlWhenNotOffered";
      case IMAGE_BYTES -> "refusesImagesAsBytesWhenNotOffered";
      case FACE_IMAGE_URL -> "returnsNoUrlOfAFaceWhenNotOffered";
      case SEARCH -> "refusesToSearchWhenNotOffered";
      case SEARCH_MANY_GROUPS -> "refusesToSearchManyGroupsWhenNotOffered";
      case SEARCH_AMONG_PERSONS -> "refusesToSearchAmongPersonsWhenNotOffered";
      case SEARCH_BY_FACE -> "refusesToSearchByAFaceWhenNotOffered";
      case LIST_ALL_PERSONS -> "refusesToListAllPersonsWhenNotOffered";
      case LIST_GROUPS -> "refusesToListGroupsWhenNotOffered";
      case LIST_PERSONS -> "refusesToListPersonsWhenNotOffered";
      default -> throw new IllegalArgumentException(capability + " has no test");
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
    protected <T> T around(Call<T> call) {
      T result = call.proceed();
      if (closings.get() > 0) {
        throw new IllegalStateException("the connection is gone");
      }
      return result;
    }

    @Override
    public Capabilities capabilities() {
      return closings.get() > 0 && !onceOnly
          ? Offered.without(Liar.DECLARED, Capability.SEARCH)
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
