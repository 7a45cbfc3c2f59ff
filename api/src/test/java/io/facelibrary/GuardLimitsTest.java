package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.TestImages;
import io.facelibrary.support.Use;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits: the guard refuses a call, or the call reaches the provider. */
class GuardLimitsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final FaceImage URL = FaceImage.at("https://example.com/a.jpg");
  private static final FaceImage BYTES = FaceImage.of(TestImages.webp());
  private static final FaceImage PNG = FaceImage.of(TestImages.png());
  private static final List<FaceImage> IMAGES = List.of(URL, BYTES);
  private static final PersonId LONG = PersonId.of("alice-1");
  private static final GroupId LONG_GROUP = GroupId.of("staff-1");

  static Stream<Arguments> limits() {
    Limits.Builder any = Limits.builder();
    String url = "https://example.com/face.jpg";
    String escaped = "https://example.com/\u9854"; // %E9%A1%94
    FaceImage[] three = {URL, URL, URL};
    return Stream.of(
        limit(
            any.imagesPerCall(2).build(),
            "images must have at most 2 images",
            Use.of("two", library -> library.addFaces(AddFaces.of(ALICE, URL, URL))),
            Use.of("three", library -> library.addFaces(AddFaces.of(ALICE, three)))),
        limit(
            Limits.builder().groupsPerSearch(1).build(),
            "groups must have at most 1 groups",
            Use.of("one", library -> library.search(Search.of(URL, STAFF))),
            Use.of("two", library -> library.search(Search.of(URL, STAFF, GUESTS)))),
        limit(
            Limits.builder().resultsPerSearch(7).build(),
            "topK must be at most 7",
            Use.of("seven", library -> library.search(Search.of(URL).withTopK(7))),
            Use.of("eight", library -> library.search(Search.of(URL).withTopK(8)))),
        limit(
            Limits.builder().imageBytes(34).build(),
            "images[1] must have at most 34 bytes",
            Use.of("34", library -> library.addFaces(AddFaces.of(ALICE, URL, BYTES))),
            Use.of("35", library -> library.addFaces(AddFaces.of(ALICE, URL, larger())))),
        limit(
            Limits.builder().imageBytes(34).build(),
            "image must have at most 34 bytes",
            Use.of("34", library -> library.search(Search.of(BYTES))),
            Use.of("35", library -> library.search(Search.of(larger())))),
        limit(
            Limits.builder().urlLength(url.length()).build(),
            "images[0] must have a URL of at most 28 characters",
            Use.of("28", library -> library.addFaces(AddFaces.of(ALICE, FaceImage.at(url)))),
            Use.of("29", library -> library.addFaces(AddFaces.of(ALICE, FaceImage.at(url + "x"))))),
        limit(
            Limits.builder().urlLength(28).build(),
            "image must have a URL of at most 28 characters",
            Use.of("28", library -> library.search(Search.of(FaceImage.at(url)))),
            Use.of("29", library -> library.search(Search.of(FaceImage.at(escaped))))),
        limit(
            Limits.builder().nameLength(3).build(),
            "name must have at most 3 characters",
            Use.of("3", library -> library.addPerson(AddPerson.of(ALICE).withName("Abe"))),
            Use.of("4", library -> library.addPerson(AddPerson.of(ALICE).withName("Anna")))),
        limit(
            Limits.builder().noteLength(0).build(),
            "note must be empty: the library does not keep it",
            Use.of("0", library -> library.updatePerson(UpdatePerson.of(ALICE).withNote(""))),
            Use.of("1", library -> library.updatePerson(UpdatePerson.of(ALICE).withNote("x")))),
        limit(
            Limits.builder().nameLength(3).build(),
            "name must have at most 3 characters",
            Use.of("3", library -> library.updatePerson(UpdatePerson.of(ALICE).withName("Abe"))),
            Use.of("4", library -> library.updatePerson(UpdatePerson.of(ALICE).withName("Anna")))),
        limit(
            Limits.builder().noteLength(3).build(),
            "note must have at most 3 characters",
            Use.of("3", library -> library.enrol(AddPerson.of(ALICE).withNote("abc"), IMAGES)),
            Use.of("4", library -> library.enrol(AddPerson.of(ALICE).withNote("abcd"), IMAGES))),
        limit(
            Limits.builder().groupsPerPerson(1).build(),
            "groups must have at most 1 groups",
            Use.of("1", library -> library.addPerson(AddPerson.of(ALICE, STAFF))),
            Use.of("2", library -> library.addPerson(AddPerson.of(ALICE, STAFF, GUESTS)))),
        limit(
            Limits.builder().groupsPerPerson(1).build(),
            "groups must have at most 1 groups",
            Use.of("1", library -> library.joinGroups(ALICE, Set.of(STAFF))),
            Use.of("2", library -> library.joinGroups(ALICE, Set.of(STAFF, GUESTS)))),
        limit(
            Limits.builder().imageFormats(Set.of(ImageFormat.PNG)).build(),
            "images[0] must be one of [PNG]",
            Use.of("png", library -> library.addFaces(AddFaces.of(ALICE, PNG))),
            Use.of("webp", library -> library.addFaces(AddFaces.of(ALICE, BYTES)))),
        limit(
            Limits.builder().imagesPerCall(1).build(),
            "images must have at most 1 images",
            Use.of("1", library -> library.enrol(AddPerson.of(ALICE), List.of(URL))),
            Use.of("2", library -> library.enrol(AddPerson.of(ALICE), IMAGES))),
        limit(
            Limits.builder().imagesPerCall(1).build(),
            "faces must have at most 1 faces",
            Use.of("1", library -> archive(library).addArchivedFaces(ALICE, faces(URL))),
            Use.of("2", library -> archive(library).addArchivedFaces(ALICE, faces(URL, URL)))),
        limit(
            Limits.builder().imageBytes(34).build(),
            "faces[1].image must have at most 34 bytes",
            Use.of("34", library -> archive(library).addArchivedFaces(ALICE, faces(URL, BYTES))),
            Use.of(
                "35", library -> archive(library).addArchivedFaces(ALICE, faces(URL, larger())))));
  }

  private static FaceArchive archive(FaceLibrary library) {
    return library.unwrap(FaceArchive.class).orElseThrow();
  }

  private static List<ArchivedFace> faces(FaceImage... images) {
    return Arrays.stream(images)
        .map(image -> ArchivedFace.of(Optional.of(image), Optional.empty()))
        .toList();
  }

  private static FaceImage larger() {
    return FaceImage.of(Arrays.copyOf(TestImages.webp(), 35));
  }

  private static Arguments limit(Limits limits, String refusal, Use within, Use beyond) {
    return Arguments.of(limits, refusal, within, beyond);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void aRequestWithinALimitReachesTheProvider(
      Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary(FakeFaceLibrary.all().limits(limits).build());

    within.call().accept(FaceLibraries.guard("sample", provider));

    assertThat(provider.calls).hasSize(1);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void aRequestBeyondALimitIsRefusedAndNeverReachesTheProvider(
      Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary(FakeFaceLibrary.all().limits(limits).build());
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    assertThatThrownBy(() -> beyond.call().accept(library))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("sample ")
        .hasMessageContaining(": " + refusal);
    assertThat(provider.calls).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("limits")
  void anyRequestReachesAProviderWithoutLimits(
      Limits limits, String refusal, Use within, Use beyond) {
    FakeFaceLibrary provider = new FakeFaceLibrary();

    beyond.call().accept(FaceLibraries.guard("sample", provider));

    assertThat(provider.calls).hasSize(1);
  }

  static Stream<Use> usesOfALongPerson() {
    Set<GroupId> groups = Set.of(STAFF);
    return Stream.of(
        Use.of("addFaces", library -> library.addFaces(AddFaces.of(LONG, URL))),
        Use.of("deleteFaces", library -> library.deleteFaces(DeleteFaces.of(LONG, FaceId.of("1")))),
        Use.of("queryFaces", library -> library.queryFaces(QueryFaces.allOf(LONG))),
        Use.of("addPerson", library -> library.addPerson(AddPerson.of(LONG, STAFF))),
        Use.of("enrol", library -> library.enrol(AddPerson.of(LONG, STAFF), IMAGES)),
        Use.of("findPersons", library -> library.findPersons(Set.of(ALICE, LONG))),
        Use.of("search", library -> library.search(Search.of(URL, STAFF).withPersons(ALICE, LONG))),
        Use.of(
            "search",
            library -> library.search(Search.of(new KnownFace(LONG, FaceId.of("1")), STAFF))),
        Use.of(
            "findArchivedFace", library -> archive(library).findArchivedFace(LONG, FaceId.of("1"))),
        Use.of("addArchivedFaces", library -> archive(library).addArchivedFaces(LONG, faces(URL))),
        Use.of("updatePerson", library -> library.updatePerson(UpdatePerson.of(LONG))),
        Use.of("findPerson", library -> library.findPerson(LONG)),
        Use.of("deletePerson", library -> library.deletePerson(LONG)),
        Use.of("joinGroups", library -> library.joinGroups(LONG, groups)),
        Use.of("leaveGroups", library -> library.leaveGroups(LONG, groups)));
  }

  static Stream<Use> usesOfALongGroup() {
    Set<GroupId> groups = new LinkedHashSet<>(List.of(STAFF, LONG_GROUP));
    return Stream.of(
        Use.of("addPerson", library -> library.addPerson(AddPerson.of(ALICE, STAFF, LONG_GROUP))),
        Use.of("joinGroups", library -> library.joinGroups(ALICE, groups)),
        Use.of("leaveGroups", library -> library.leaveGroups(ALICE, groups)),
        Use.of("listPersons", library -> library.listPersons(LONG_GROUP, PageRequest.first())),
        Use.of("search", library -> library.search(Search.of(URL, STAFF, LONG_GROUP))));
  }

  @ParameterizedTest
  @MethodSource("usesOfALongPerson")
  void theIdOfAPersonIsCheckedInEveryCall(Use use) {
    assertIdIsChecked(use, "personId");
  }

  @ParameterizedTest
  @MethodSource("usesOfALongGroup")
  void theIdOfAGroupIsCheckedInEveryCall(Use use) {
    assertIdIsChecked(use, "groupId");
  }

  private static void assertIdIsChecked(Use use, String field) {
    assertThat(refusal(use, Limits.builder().idLength(7).idPattern("[a-z0-9-]+").build()))
        .isEmpty();
    assertThat(refusal(use, Limits.builder().idLength(6).build()))
        .hasValueSatisfying(
            message -> assertThat(message).contains(field + " must have at most 6 characters"));
    // The pattern must match the whole id.
    assertThat(refusal(use, Limits.builder().idPattern("[a-z]+").build()))
        .hasValueSatisfying(message -> assertThat(message).contains(field + " must match [a-z]+"));
  }

  /**
   * Returns the refusal, if any, and checks that the provider sees the call exactly if there is
   * none.
   */
  private static Optional<String> refusal(Use use, Limits limits) {
    FakeFaceLibrary provider = new FakeFaceLibrary(FakeFaceLibrary.all().limits(limits).build());
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
}
