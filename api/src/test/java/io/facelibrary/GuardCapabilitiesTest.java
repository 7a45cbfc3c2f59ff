package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.TestImages;
import io.facelibrary.support.Use;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Capabilities: the guard refuses a call, or the call reaches the provider. */
class GuardCapabilitiesTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final FaceImage URL = FaceImage.at("https://example.com/a.jpg");
  private static final FaceImage BYTES = FaceImage.of(TestImages.webp());

  private static final List<FaceImage> IMAGES = List.of(URL, BYTES);
  private static final DeleteFaces DELETE = DeleteFaces.of(ALICE, FaceId.of("1"));

  static Stream<Arguments> capabilities() {
    return Stream.of(
        Arguments.of(
            Capability.IMAGE_URL,
            List.of(
                Use.of("add", library -> library.addFaces(AddFaces.of(ALICE, BYTES, URL))),
                Use.of("search", library -> library.search(Search.of(URL))))),
        Arguments.of(
            Capability.IMAGE_BYTES,
            List.of(
                Use.of("add", library -> library.addFaces(AddFaces.of(ALICE, URL, BYTES))),
                Use.of("search", library -> library.search(Search.of(BYTES))))),
        Arguments.of(
            Capability.SEARCH,
            List.of(Use.of("search", library -> library.search(Search.of(URL))))),
        Arguments.of(
            Capability.SEARCH_MANY_GROUPS,
            List.of(Use.of("search", library -> library.search(Search.of(URL, STAFF, GUESTS))))),
        Arguments.of(
            Capability.LIST_GROUPS,
            List.of(Use.of("list", library -> library.listGroups(PageRequest.first())))),
        Arguments.of(
            Capability.LIST_PERSONS,
            List.of(Use.of("list", library -> library.listPersons(STAFF, PageRequest.first())))),
        Arguments.of(
            Capability.LIST_ALL_PERSONS,
            List.of(Use.of("list", library -> library.listPersons(PageRequest.first())))),
        Arguments.of(
            Capability.SEARCH_AMONG_PERSONS,
            List.of(
                Use.of("search", library -> library.search(Search.of(URL).withPersons(ALICE))))),
        Arguments.of(
            Capability.SEARCH_BY_FACE,
            List.of(
                Use.of(
                    "list",
                    library -> library.search(Search.of(new KnownFace(ALICE, FaceId.of("1"))))))),
        Arguments.of(
            Capability.PERSONS_WITHOUT_FACES,
            List.of(Use.of("list", library -> library.addPerson(AddPerson.of(ALICE))))),
        Arguments.of(
            Capability.WRITES,
            List.of(
                Use.of("add", library -> library.addFaces(AddFaces.of(ALICE, URL, BYTES))),
                Use.of("list", library -> library.addPerson(AddPerson.of(ALICE))),
                Use.of("add", library -> library.enrol(AddPerson.of(ALICE), List.of(URL, BYTES))),
                Use.of("list", library -> library.updatePerson(UpdatePerson.of(ALICE))),
                Use.of("list", library -> library.deletePerson(ALICE)),
                Use.of("list", library -> library.deleteFaces(DELETE)),
                Use.of("list", library -> library.joinGroups(ALICE, Set.of(GroupId.DEFAULT))),
                Use.of("list", library -> library.leaveGroups(ALICE, Set.of(STAFF))),
                Use.of("list", GuardCapabilitiesTest::addArchivedFace))),
        Arguments.of(
            Capability.NAMED_GROUPS,
            List.of(
                Use.of("list", library -> library.addPerson(AddPerson.of(ALICE, STAFF))),
                Use.of("add", library -> library.enrol(AddPerson.of(ALICE, STAFF), IMAGES)),
                Use.of("list", library -> library.joinGroups(ALICE, Set.of(STAFF))),
                Use.of("list", library -> library.leaveGroups(ALICE, Set.of(STAFF))),
                Use.of("list", library -> library.leaveGroups(ALICE, Set.of(GroupId.DEFAULT))),
                Use.of("list", library -> library.listPersons(STAFF, PageRequest.first())),
                Use.of("search", library -> library.search(Search.of(URL, STAFF))))));
  }

  private static void addArchivedFace(FaceLibrary library) {
    library
        .unwrap(FaceArchive.class)
        .orElseThrow()
        .addArchivedFaces(
            ALICE,
            List.of(
                ArchivedFace.of(Optional.empty(), Optional.of(FaceEmbedding.of(new float[] {1})))));
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void aCallThatNeedsAnOfferedCapabilityReachesTheProvider(Capability capability, List<Use> uses) {
    for (Use use : uses) {
      FakeFaceLibrary provider = new FakeFaceLibrary();

      use.call().accept(FaceLibraries.guard("sample", provider));

      assertThat(provider.calls).as("%s: %s", capability, use).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void aCallThatNeedsAMissingCapabilityIsRefusedAndNeverReachesTheProvider(
      Capability capability, List<Use> uses) {
    for (Use use : uses) {
      FakeFaceLibrary provider =
          new FakeFaceLibrary(FakeFaceLibrary.all().without(capability).build());
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

  @Test
  void aMissingCapabilityDoesNotAffectOtherCalls() {
    for (Capability capability : Capability.values()) {
      FakeFaceLibrary provider =
          new FakeFaceLibrary(FakeFaceLibrary.all().without(capability).build());

      FaceLibraries.guard("sample", provider).queryFaces(QueryFaces.allOf(ALICE));
      FaceLibraries.guard("sample", provider).findPerson(ALICE);

      assertThat(provider.calls).hasSize(2);
    }
  }

  @Test
  void withoutNamedGroupsTheDefaultGroupStaysUsable() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(FakeFaceLibrary.all().without(Capability.NAMED_GROUPS).build());
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    library.addPerson(AddPerson.of(ALICE));
    library.joinGroups(ALICE, Set.of(GroupId.DEFAULT));
    library.listPersons(GroupId.DEFAULT, PageRequest.first());
    library.search(Search.of(URL));

    assertThat(provider.calls).hasSize(4);
  }

  @Test
  void withoutRegroupingOnlyCallsThatChangeNothingAreAccepted() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(FakeFaceLibrary.all().without(Capability.REGROUPING).build());
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    library.joinGroups(ALICE, Set.of(GroupId.DEFAULT));
    library.leaveGroups(ALICE, Set.of(STAFF));

    assertThatThrownBy(() -> library.joinGroups(ALICE, Set.of(GroupId.DEFAULT, STAFF)))
        .isInstanceOf(UnsupportedCapabilityException.class);
    assertThatThrownBy(() -> library.leaveGroups(ALICE, Set.of(GroupId.DEFAULT, STAFF)))
        .isInstanceOf(UnsupportedCapabilityException.class);
    assertThat(provider.calls).containsOnly(Operation.FIND_PERSON);
  }

  @Test
  void withoutRegroupingAnUnknownPersonIsStillNotFound() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(FakeFaceLibrary.all().without(Capability.REGROUPING).build())
            .responding((operation, usual) -> Optional.empty());
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    assertThatThrownBy(() -> library.joinGroups(ALICE, Set.of(GroupId.DEFAULT)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND));
  }

  @Test
  void withoutPersonsWithoutFacesAPersonIsEnrolled() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(
            FakeFaceLibrary.all().without(Capability.PERSONS_WITHOUT_FACES).build());

    FaceLibraries.guard("sample", provider).enrol(AddPerson.of(ALICE), IMAGES);

    assertThat(provider.calls).containsExactly(Operation.ENROL);
  }

  @Test
  void anImageOfTheOtherKindIsAccepted() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(FakeFaceLibrary.all().without(Capability.IMAGE_URL).build());
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    library.addFaces(AddFaces.of(ALICE, BYTES));
    library.search(Search.of(BYTES));

    assertThat(provider.calls).containsExactly(Operation.ADD_FACES, Operation.SEARCH);
  }

  @Test
  void aLibraryThatReturnsNoUrlsOfFacesStillAcceptsUrls() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(FakeFaceLibrary.all().without(Capability.FACE_IMAGE_URL).build());

    FaceLibraries.guard("sample", provider)
        .addFaces(AddFaces.of(ALICE, FaceImage.at(URI.create("https://example.com/a.jpg"))));

    assertThat(provider.calls).hasSize(1);
  }
}
