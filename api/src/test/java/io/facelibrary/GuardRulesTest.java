package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Capabilities and limits, both ways, and whether the provider saw the call. */
class GuardRulesTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final FaceImage AT_URL = FaceImage.at("https://example.com/a.jpg");
  private static final FaceImage IN_MEMORY = FaceImage.of(TestImages.webp());
  private static final PersonId LONG = PersonId.of("alice-1");
  private static final GroupId LONG_GROUP = GroupId.of("staff-1");

  private record Use(String name, Consumer<FaceLibrary> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Use use(String name, Consumer<FaceLibrary> call) {
    return new Use(name, call);
  }

  static Stream<Arguments> capabilities() {
    return Stream.of(
        Arguments.of(
            Capability.IMAGE_URL,
            List.of(
                use("add", library -> library.addFaces(AddFaces.of(ALICE, IN_MEMORY, AT_URL))),
                use("search", library -> library.search(Search.of(AT_URL))))),
        Arguments.of(
            Capability.IMAGE_BYTES,
            List.of(
                use("add", library -> library.addFaces(AddFaces.of(ALICE, AT_URL, IN_MEMORY))),
                use("search", library -> library.search(Search.of(IN_MEMORY))))),
        Arguments.of(
            Capability.SEARCH,
            List.of(use("search", library -> library.search(Search.of(AT_URL))))),
        Arguments.of(
            Capability.SEARCH_MANY_GROUPS,
            List.of(use("search", library -> library.search(Search.of(AT_URL, STAFF, GUESTS))))),
        Arguments.of(
            Capability.LIST_GROUPS,
            List.of(use("list", library -> library.listGroups(PageRequest.first())))),
        Arguments.of(
            Capability.LIST_PERSONS,
            List.of(use("list", library -> library.listPersons(STAFF, PageRequest.first())))));
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void whatIsOfferedReachesTheProvider(Capability capability, List<Use> uses) {
    for (Use use : uses) {
      FakeFaceLibrary provider = new FakeFaceLibrary();

      use.call().accept(FaceLibraries.guard("sample", provider));

      assertThat(provider.calls).as("%s: %s", capability, use).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void whatIsNotOfferedIsRefusedByNameAndNeverReachesTheProvider(
      Capability capability, List<Use> uses) {
    for (Use use : uses) {
      FakeFaceLibrary provider = new FakeFaceLibrary(Capabilities.all().without(capability));
      FaceLibrary library = FaceLibraries.guard("sample", provider);

      assertThatThrownBy(() -> use.call().accept(library))
          .isInstanceOfSatisfying(
              UnsupportedCapabilityException.class,
              refusal -> {
                assertThat(refusal.capability()).isEqualTo(capability);
                assertThat(refusal.call()).map(CallInfo::provider).contains("sample");
              });
      assertThat(provider.calls).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void whatIsNotOfferedTakesNothingElseAway(Capability capability, List<Use> uses) {
    capabilities()
        .filter(other -> other.get()[0] != capability)
        // Without searching there is no searching in many groups, nor of a picture of either kind.
        .filter(other -> capability != Capability.SEARCH)
        .flatMap(other -> ((List<?>) other.get()[1]).stream())
        .map(Use.class::cast)
        .filter(use -> !(isAnImage(capability) && !use.name().equals("list")))
        .forEach(
            use -> {
              FakeFaceLibrary provider =
                  new FakeFaceLibrary(Capabilities.all().without(capability));

              use.call().accept(FaceLibraries.guard("sample", provider));

              assertThat(provider.calls).hasSize(1);
            });
  }

  private static boolean isAnImage(Capability capability) {
    return capability == Capability.IMAGE_URL || capability == Capability.IMAGE_BYTES;
  }

  @Test
  void aPictureOfTheOtherKindIsTaken() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(Capabilities.all().without(Capability.IMAGE_URL));
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    library.addFaces(AddFaces.of(ALICE, IN_MEMORY));
    library.search(Search.of(IN_MEMORY));

    assertThat(provider.calls).containsExactly(Operation.ADD_FACES, Operation.SEARCH);
  }

  static Stream<Arguments> limits() {
    Limits.Builder any = Limits.builder();
    String url = "https://example.com/face.jpg";
    String spelt = "https://example.com/\u9854"; // %E9%A1%94
    FaceImage[] three = {AT_URL, AT_URL, AT_URL};
    return Stream.of(
        limit(
            any.imagesPerCall(2).build(),
            "images must have at most 2 images",
            use("two", library -> library.addFaces(AddFaces.of(ALICE, AT_URL, AT_URL))),
            use("three", library -> library.addFaces(AddFaces.of(ALICE, three)))),
        limit(
            Limits.builder().groupsPerSearch(1).build(),
            "groups must have at most 1 groups",
            use("one", library -> library.search(Search.of(AT_URL, STAFF))),
            use("two", library -> library.search(Search.of(AT_URL, STAFF, GUESTS)))),
        limit(
            Limits.builder().resultsPerSearch(7).build(),
            "topK must be at most 7",
            use("seven", library -> library.search(Search.of(AT_URL).withTopK(7))),
            use("eight", library -> library.search(Search.of(AT_URL).withTopK(8)))),
        limit(
            Limits.builder().imageBytes(34).build(),
            "images[1] must have at most 34 bytes",
            use("34", library -> library.addFaces(AddFaces.of(ALICE, AT_URL, IN_MEMORY))),
            use("35", library -> library.addFaces(AddFaces.of(ALICE, AT_URL, larger())))),
        limit(
            Limits.builder().imageBytes(34).build(),
            "image must have at most 34 bytes",
            use("34", library -> library.search(Search.of(IN_MEMORY))),
            use("35", library -> library.search(Search.of(larger())))),
        limit(
            Limits.builder().urlLength(url.length()).build(),
            "images[0] must have a URL of at most 28 characters",
            use("28", library -> library.addFaces(AddFaces.of(ALICE, FaceImage.at(url)))),
            use("29", library -> library.addFaces(AddFaces.of(ALICE, FaceImage.at(url + "x"))))),
        limit(
            Limits.builder().urlLength(28).build(),
            "image must have a URL of at most 28 characters",
            use("28", library -> library.search(Search.of(FaceImage.at(url)))),
            use("29", library -> library.search(Search.of(FaceImage.at(spelt))))));
  }

  private static FaceImage larger() {
    return FaceImage.of(Arrays.copyOf(TestImages.webp(), 35));
  }

  private static Arguments limit(Limits limits, String refusal, Use within, Use beyond) {
    return Arguments.of(limits, refusal, within, beyond);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void whatIsWithinALimitReachesTheProvider(Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary(Capabilities.all().withLimits(limits));

    within.call().accept(FaceLibraries.guard("sample", provider));

    assertThat(provider.calls).hasSize(1);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void whatIsBeyondALimitIsRefusedAndNeverReachesTheProvider(
      Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary(Capabilities.all().withLimits(limits));
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    assertThatThrownBy(() -> beyond.call().accept(library))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("sample ")
        .hasMessageContaining(": " + refusal);
    assertThat(provider.calls).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void whatNoLimitForbidsReachesTheProvider(Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary();

    beyond.call().accept(FaceLibraries.guard("sample", provider));

    assertThat(provider.calls).hasSize(1);
  }

  static Stream<Use> usesOfALongPerson() {
    Set<GroupId> groups = Set.of(STAFF);
    return Stream.of(
        use("addFaces", library -> library.addFaces(AddFaces.of(LONG, AT_URL))),
        use("deleteFaces", library -> library.deleteFaces(DeleteFaces.of(LONG, FaceId.of("1")))),
        use("queryFaces", library -> library.queryFaces(QueryFaces.allOf(LONG))),
        use("addPerson", library -> library.addPerson(AddPerson.of(LONG, STAFF))),
        use("updatePerson", library -> library.updatePerson(UpdatePerson.of(LONG))),
        use("findPerson", library -> library.findPerson(LONG)),
        use("deletePerson", library -> library.deletePerson(LONG)),
        use("joinGroups", library -> library.joinGroups(LONG, groups)),
        use("leaveGroups", library -> library.leaveGroups(LONG, groups)));
  }

  static Stream<Use> usesOfALongGroup() {
    Set<GroupId> groups = new LinkedHashSet<>(List.of(STAFF, LONG_GROUP));
    return Stream.of(
        use("addPerson", library -> library.addPerson(AddPerson.of(ALICE, STAFF, LONG_GROUP))),
        use("joinGroups", library -> library.joinGroups(ALICE, groups)),
        use("leaveGroups", library -> library.leaveGroups(ALICE, groups)),
        use("listPersons", library -> library.listPersons(LONG_GROUP, PageRequest.first())),
        use("search", library -> library.search(Search.of(AT_URL, STAFF, LONG_GROUP))));
  }

  @ParameterizedTest
  @MethodSource("usesOfALongPerson")
  void aPersonIsHeldAgainstLengthAndPatternInEveryCall(Use use) {
    assertIdIsChecked(use, "personId");
  }

  @ParameterizedTest
  @MethodSource("usesOfALongGroup")
  void aGroupIsHeldAgainstLengthAndPatternInEveryCall(Use use) {
    assertIdIsChecked(use, "groupId");
  }

  private static void assertIdIsChecked(Use use, String field) {
    assertThat(refusal(use, Limits.builder().idLength(7).idPattern("[a-z0-9-]+").build()))
        .isEmpty();
    assertThat(refusal(use, Limits.builder().idLength(6).build()))
        .hasValueSatisfying(
            message -> assertThat(message).contains(field + " must have at most 6 characters"));
    // The whole id has to match, not a part of it.
    assertThat(refusal(use, Limits.builder().idPattern("[a-z]+").build()))
        .hasValueSatisfying(message -> assertThat(message).contains(field + " must match [a-z]+"));
  }

  /** What is said, where something is; the provider must have seen the call exactly when not. */
  private static Optional<String> refusal(Use use, Limits limits) {
    FakeFaceLibrary provider = new FakeFaceLibrary(Capabilities.all().withLimits(limits));
    FaceLibrary library = FaceLibraries.guard("sample", provider);
    try {
      use.call().accept(library);
    } catch (InvalidRequestException e) {
      assertThat(provider.calls).isEmpty();
      return Optional.of(e.getMessage());
    }
    assertThat(provider.calls).hasSize(1);
    return Optional.empty();
  }

  @Test
  void groupsAreCopiedBeforeTheProviderSeesThem() {
    Set<GroupId> groups = new LinkedHashSet<>(Set.of(STAFF));
    FaceLibrary library =
        FaceLibraries.guard(
            "sample",
            new FakeFaceLibrary() {
              @Override
              public void joinGroups(PersonId person, Set<GroupId> seen) {
                groups.clear();
                assertThat(seen).containsExactly(STAFF);
              }
            });

    library.joinGroups(ALICE, groups);

    assertThat(groups).isEmpty();
  }

  @Test
  void joiningOrLeavingNoGroupIsRefused() {
    FaceLibrary library = FaceLibraries.guard("sample", new FakeFaceLibrary());

    assertThatThrownBy(() -> library.joinGroups(ALICE, Set.of()))
        .hasMessageContaining("sample joinGroups: groups must not be empty");
    assertThatThrownBy(() -> library.leaveGroups(ALICE, Set.of()))
        .hasMessageContaining("sample leaveGroups: groups must not be empty");
  }

  @Test
  void anAddressOfAFaceIsNoMatterOfRequests() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(Capabilities.all().without(Capability.FACE_IMAGE_URL));

    FaceLibraries.guard("sample", provider)
        .addFaces(AddFaces.of(ALICE, FaceImage.at(URI.create("https://example.com/a.jpg"))));

    assertThat(provider.calls).hasSize(1);
  }
}
