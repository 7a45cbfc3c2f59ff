package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.Call;
import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guard refuses invalid calls before the provider sees them. */
interface GuardContract extends ContractPart {
  /** Operations whose first argument is a person id or a request with one. */
  List<Operation> OF_A_PERSON =
      List.of(
          Operation.ADD_FACES,
          Operation.DELETE_FACES,
          Operation.QUERY_FACES,
          Operation.ADD_PERSON,
          Operation.ENROL,
          Operation.UPDATE_PERSON,
          Operation.FIND_PERSON,
          Operation.FIND_PERSONS,
          Operation.DELETE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS);

  private boolean offersPersonsWithoutFaces() {
    return library().capabilities().offers(Capability.PERSONS_WITHOUT_FACES);
  }

  /** Operations of which no argument is an id. */
  Set<Operation> WITHOUT_IDS =
      Set.of(Operation.LIST_GROUPS, Operation.LIST_ALL_PERSONS, Operation.INFO);

  @Test
  @Promise(22)
  default void refusesNullArguments() {
    PersonId person = fixtures().addPerson();

    Failing.assertInvalid("request", () -> library().addFaces(Failing.absent()));
    Failing.assertInvalid("request", () -> library().deleteFaces(Failing.absent()));
    Failing.assertInvalid("request", () -> library().queryFaces(Failing.absent()));
    if (offersPersonsWithoutFaces()) {
      Failing.assertInvalid("request", () -> library().addPerson(Failing.absent()));
    }
    Failing.assertInvalid("request", () -> library().updatePerson(Failing.absent()));
    Failing.assertInvalid("person", () -> library().findPerson(Failing.absent()));
    Failing.assertInvalid("person", () -> library().deletePerson(Failing.absent()));
    Failing.assertInvalid("person", () -> library().joinGroups(Failing.absent(), Set.of()));
    Failing.assertInvalid("groups", () -> library().joinGroups(person, Failing.absent()));
    Failing.assertInvalid("person", () -> library().leaveGroups(Failing.absent(), Set.of()));
    Failing.assertInvalid("groups", () -> library().leaveGroups(person, Failing.absent()));
  }

  @Test
  @Promise(22)
  default void refusesNullArgumentsOfListsAndSearches() {
    var offered = Operations.offeredBy(library());
    if (offered.contains(Operation.LIST_GROUPS)) {
      Failing.assertInvalid("page", () -> library().listGroups(Failing.absent()));
    }
    if (offered.contains(Operation.LIST_PERSONS)) {
      GroupId group = fixtures().newGroupId();
      Failing.assertInvalid(
          "group", () -> library().listPersons(Failing.absent(), PageRequest.first()));
      Failing.assertInvalid("page", () -> library().listPersons(group, Failing.absent()));
    }
    if (offered.contains(Operation.SEARCH)) {
      Failing.assertInvalid("request", () -> library().search(Failing.absent()));
    }
  }

  @Test
  @Promise(22)
  default void refusesToJoinOrLeaveNoGroups() {
    PersonId person = fixtures().addPerson();

    Failing.assertInvalid("groups", () -> library().joinGroups(person, Set.of()));
    Failing.assertInvalid("groups", () -> library().leaveGroups(person, Set.of()));
  }

  @Test
  @Promise(22)
  default void refusesIdsThatAreTooLong() {
    int most = limits().idLength();
    assumeTrue(
        most < PersonId.MAX_LENGTH, "the library accepts ids of every length that the API accepts");
    refusesTheId("x".repeat(most + 1));
  }

  @Test
  @Promise(22)
  default void refusesIdsOutsideThePattern() {
    String pattern = limits().idPattern().orElse("");
    assumeTrue(!pattern.isEmpty(), "the library declares no pattern of ids");
    List<String> outside =
        Stream.of("a b", "a.b", "a/b", "é", "王", "a\u00A0b", " a", "A", "a-b", "a_b", "1")
            .filter(id -> !id.matches(pattern))
            .toList();
    assumeTrue(!outside.isEmpty(), "the pattern of ids matches every id that the test can try");
    outside.forEach(this::refusesTheId);
  }

  private void refusesTheId(String id) {
    FaceImage image = fixtures().newImage();
    for (Operation operation :
        Operations.offeredBy(library(), OF_A_PERSON.toArray(Operation[]::new))) {
      Failing.assertInvalid(
          "personId",
          () ->
              Operations.call(
                  library(), operation, PersonId.of(id), fixtures().newGroupId(), image));
    }
    if (!library().capabilities().offers(Capability.NAMED_GROUPS)) {
      return;
    }
    PersonId person = fixtures().addPerson();
    Set<Operation> ofAGroup = Set.of(Operation.JOIN_GROUPS, Operation.LEAVE_GROUPS);
    Operations.offeredBy(library()).stream()
        .filter(it -> ofAGroup.contains(it) || !OF_A_PERSON.contains(it))
        .filter(it -> !WITHOUT_IDS.contains(it))
        .forEach(
            operation ->
                Failing.assertInvalid(
                    "groupId",
                    () -> Operations.call(library(), operation, person, GroupId.of(id), image)));
    PersonId unknown = fixtures().newPersonId();
    Failing.assertInvalid(
        "groupId",
        () -> Operations.call(library(), Operation.ENROL, unknown, GroupId.of(id), image));
    assertThat(library().findPerson(unknown)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesMoreImagesThanACallAllows() {
    int most = assume().smallLimit(limits().imagesPerCall(), "images per call");
    PersonId person = fixtures().addPerson();
    var request = AddFaces.of(person, fixtures().newImages(most + 1));

    Failing.assertInvalid("images", () -> library().addFaces(request));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesAnImageAboveTheSizeLimitAndAcceptsOneAtTheLimit() {
    assume().offers(Capability.IMAGE_BYTES);
    long most = limits().imageBytes().orElse(Long.MAX_VALUE);
    assumeTrue(most < 32 << 20, "the limit of bytes per image is too large to reach in a test");
    PersonId person = fixtures().addPerson();
    var tooLarge = AddFaces.of(person, TestImages.ofSize((int) most + 1));
    var largest = AddFaces.of(person, TestImages.ofSize((int) most));

    Failing.assertInvalid("images[0]", () -> library().addFaces(tooLarge));
    assertThat(fixtures().facesOf(person)).isEmpty();

    // The guard accepts it. A library that detects faces still rejects it.
    assertThat(library().addFaces(largest).outcomes()).hasSize(1);
  }

  @Test
  @Promise(22)
  default void refusesAUrlThatIsTooLong() {
    assume().offers(Capability.IMAGE_URL);
    OptionalInt limit = limits().urlLength();
    assumeTrue(
        limit.orElse(FaceImage.Url.MAX_LENGTH) < FaceImage.Url.MAX_LENGTH,
        "the library accepts URLs of every length that the API accepts");
    String start = "https://images.example.com/";
    PersonId person = fixtures().addPerson();
    FaceImage image = FaceImage.at(start + "x".repeat(limit.orElse(0) + 1 - start.length()));

    Failing.assertInvalid("images[0]", () -> library().addFaces(AddFaces.of(person, image)));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesATopKAboveTheLimit() {
    assume().offers(Capability.SEARCH);
    int most = limits().resultsPerSearch().orElse(Search.MAX_TOP_K);
    assumeTrue(most < Search.MAX_TOP_K, "the library accepts every top-K that the API accepts");
    GroupId group = fixtures().newGroupId();
    fixtures().addPersonTo(group);
    fixtures().waitForSearch();
    Search request = fixtures().search(fixtures().newImage(), group);

    Failing.assertInvalid("topK", () -> library().search(request.withTopK(most + 1)));

    assertThat(library().search(request.withTopK(most)).best()).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesASearchInMoreGroupsThanTheLimit() {
    assume().offers(Capability.NAMED_GROUPS);
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.SEARCH_MANY_GROUPS);
    int most = assume().smallLimit(limits().groupsPerSearch(), "groups per search");
    FaceImage image = fixtures().newImage();
    GroupId[] groups =
        IntStream.rangeClosed(0, most)
            .mapToObj(i -> fixtures().newGroupId())
            .toArray(GroupId[]::new);

    Failing.assertInvalid("groups", () -> library().search(fixtures().search(image, groups)));
  }

  @Test
  @Promise(22)
  default void namesTheOperationAndTheProviderOfARefusedCall() {
    PersonId unknown = fixtures().newPersonId();
    FaceImage image = fixtures().newImage();
    for (Operation operation :
        Operations.offeredBy(
            library(), Operation.ADD_FACES, Operation.QUERY_FACES, Operation.JOIN_GROUPS)) {
      FaceLibraryException failure =
          Failing.assertRefused(
              ErrorKind.NOT_FOUND,
              () -> Operations.call(library(), operation, unknown, fixtures().newGroupId(), image));

      assertThat(failure.call().orElseThrow().operation()).isEqualTo(operation);
      assertThat(failure.call().orElseThrow().provider()).isNotBlank();
    }
  }

  @Test
  @Promise(23)
  default void reportsAForeignExceptionAsInternalWithItsCause() {
    RuntimeException foreign = new IllegalStateException("foreign");
    FaceLibrary broken =
        FaceLibraries.guard(
            "broken",
            new ForwardingFaceLibrary(library()) {
              @Override
              protected <T> T around(Call<T> call) {
                throw foreign;
              }
            });
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();

    for (Operation operation : Operations.offeredBy(broken)) {
      Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
      assertThat(
              Failing.assertFailed(
                  ErrorKind.INTERNAL,
                  effect,
                  () -> Operations.call(broken, operation, person, fixtures().newGroupId(), image)))
          .hasCause(foreign);
    }
  }
}
