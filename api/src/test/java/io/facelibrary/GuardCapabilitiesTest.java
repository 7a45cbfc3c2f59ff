package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.TestImages;
import io.facelibrary.support.Use;
import java.net.URI;
import java.util.List;
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
            List.of(Use.of("list", library -> library.listPersons(STAFF, PageRequest.first())))));
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
  void aMissingCapabilityDoesNotAffectOtherCalls(Capability capability, List<Use> uses) {
    capabilities()
        .filter(other -> other.get()[0] != capability)
        // Without SEARCH, a search is refused for many groups and for both kinds of image.
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
  void anImageOfTheOtherKindIsAccepted() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(Capabilities.all().without(Capability.IMAGE_URL));
    FaceLibrary library = FaceLibraries.guard("sample", provider);

    library.addFaces(AddFaces.of(ALICE, BYTES));
    library.search(Search.of(BYTES));

    assertThat(provider.calls).containsExactly(Operation.ADD_FACES, Operation.SEARCH);
  }

  @Test
  void aLibraryThatReturnsNoUrlsOfFacesStillAcceptsUrls() {
    FakeFaceLibrary provider =
        new FakeFaceLibrary(Capabilities.all().without(Capability.FACE_IMAGE_URL));

    FaceLibraries.guard("sample", provider)
        .addFaces(AddFaces.of(ALICE, FaceImage.at(URI.create("https://example.com/a.jpg"))));

    assertThat(provider.calls).hasSize(1);
  }
}
