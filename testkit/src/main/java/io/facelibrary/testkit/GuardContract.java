package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is refused before the library is asked. */
interface GuardContract extends ContractPart {
  /** Operations whose first argument is an id or a request with the id of a person. */
  List<Operation> OF_A_PERSON =
      List.of(
          Operation.ADD_FACES,
          Operation.DELETE_FACES,
          Operation.QUERY_FACES,
          Operation.ADD_PERSON,
          Operation.UPDATE_PERSON,
          Operation.FIND_PERSON,
          Operation.DELETE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS);

  @Test
  @Promise(22)
  default void refusesNullEverywhere() {
    PersonId person = given().person();

    Failing.invalid("request", () -> library().addFaces(Failing.absent()));
    Failing.invalid("request", () -> library().deleteFaces(Failing.absent()));
    Failing.invalid("request", () -> library().queryFaces(Failing.absent()));
    Failing.invalid("request", () -> library().addPerson(Failing.absent()));
    Failing.invalid("request", () -> library().updatePerson(Failing.absent()));
    Failing.invalid("person", () -> library().findPerson(Failing.absent()));
    Failing.invalid("person", () -> library().deletePerson(Failing.absent()));
    Failing.invalid("person", () -> library().joinGroups(Failing.absent(), Set.of()));
    Failing.invalid("groups", () -> library().joinGroups(person, Failing.absent()));
    Failing.invalid("person", () -> library().leaveGroups(Failing.absent(), Set.of()));
    Failing.invalid("groups", () -> library().leaveGroups(person, Failing.absent()));
  }

  @Test
  @Promise(22)
  default void refusesNullWhereItListsAndSearches() {
    var offered = Operations.offeredBy(library());
    if (offered.contains(Operation.LIST_GROUPS)) {
      Failing.invalid("page", () -> library().listGroups(Failing.absent()));
    }
    if (offered.contains(Operation.LIST_PERSONS)) {
      GroupId group = given().group();
      Failing.invalid("group", () -> library().listPersons(Failing.absent(), PageRequest.first()));
      Failing.invalid("page", () -> library().listPersons(group, Failing.absent()));
    }
    if (offered.contains(Operation.SEARCH)) {
      Failing.invalid("request", () -> library().search(Failing.absent()));
    }
  }

  @Test
  @Promise(22)
  default void refusesToJoinOrLeaveNoGroups() {
    PersonId person = given().person();

    Failing.invalid("groups", () -> library().joinGroups(person, Set.of()));
    Failing.invalid("groups", () -> library().leaveGroups(person, Set.of()));
  }

  @Test
  @Promise(22)
  default void refusesIdsThatAreTooLong() {
    int most = given().limits().idLength();
    assumeTrue(most < PersonId.MAX_LENGTH, "ids may be as long as ids can be");
    refusesTheId("x".repeat(most + 1));
  }

  @Test
  @Promise(22)
  default void refusesIdsOutsideThePattern() {
    String pattern = given().limits().idPattern().orElse("");
    assumeTrue(!pattern.isEmpty(), "the library declares no pattern of ids");
    List<String> outside =
        Stream.of("a b", "a.b", "a/b", "é", "王", "a\u00A0b", " a", "A", "a-b", "a_b", "1")
            .filter(id -> !id.matches(pattern))
            .toList();
    assumeTrue(!outside.isEmpty(), "the pattern of ids takes everything that the test knows");
    outside.forEach(this::refusesTheId);
  }

  private void refusesTheId(String id) {
    FaceImage image = given().image();
    for (Operation operation : OF_A_PERSON) {
      Failing.invalid(
          "personId",
          () -> Operations.call(library(), operation, PersonId.of(id), given().group(), image));
    }
    PersonId person = given().person();
    Set<Operation> ofAGroup = Set.of(Operation.JOIN_GROUPS, Operation.LEAVE_GROUPS);
    Operations.offeredBy(library()).stream()
        .filter(it -> ofAGroup.contains(it) || !OF_A_PERSON.contains(it))
        .filter(it -> it != Operation.LIST_GROUPS)
        .forEach(
            operation ->
                Failing.invalid(
                    "groupId",
                    () -> Operations.call(library(), operation, person, GroupId.of(id), image)));
    PersonId nobody = given().nobody();
    Failing.invalid(
        "groupId",
        () -> Operations.call(library(), Operation.ADD_PERSON, nobody, GroupId.of(id), image));
    assertThat(library().findPerson(nobody)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesMoreImagesThanACallTakes() {
    int most = given().triable(given().limits().imagesPerCall(), "pictures in a call");
    PersonId person = given().person();
    var request = new AddFaces(person, given().images(most + 1));

    Failing.invalid("images", () -> library().addFaces(request));

    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesAPictureThatIsTooLargeAndTakesOneThatIsNot() {
    given().offered(Capability.IMAGE_BYTES);
    long most = given().limits().imageBytes().orElse(Long.MAX_VALUE);
    assumeTrue(most < 32 << 20, "the limit of bytes in a picture is too large to try out");
    PersonId person = given().person();
    var tooLarge = AddFaces.of(person, TestPictures.ofSize((int) most + 1));
    var largest = AddFaces.of(person, TestPictures.ofSize((int) most));

    Failing.invalid("images[0]", () -> library().addFaces(tooLarge));
    assertThat(given().facesOf(person)).isEmpty();

    // Not refused, though a library that looks for faces rejects it.
    assertThat(library().addFaces(largest).outcomes()).hasSize(1);
  }

  @Test
  @Promise(22)
  default void refusesAnAddressThatIsTooLong() {
    given().offered(Capability.IMAGE_URL);
    OptionalInt limit = given().limits().urlLength();
    assumeTrue(
        limit.orElse(FaceImage.Url.MAX_LENGTH) < FaceImage.Url.MAX_LENGTH,
        "an address may be as long as addresses can be");
    String start = "https://pictures.example.com/";
    PersonId person = given().person();
    FaceImage image = FaceImage.at(start + "x".repeat(limit.orElse(0) + 1 - start.length()));

    Failing.invalid("images[0]", () -> library().addFaces(AddFaces.of(person, image)));

    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesToSearchForMorePersonsThanItAnswers() {
    given().offered(Capability.SEARCH);
    int most = given().limits().resultsPerSearch().orElse(Search.MAX_TOP_K);
    assumeTrue(most < Search.MAX_TOP_K, "a search may answer as many as can be asked for");
    GroupId group = given().group();
    given().personIn(group);
    given().settled();
    Search request = given().search(given().image(), group);

    Failing.invalid("topK", () -> library().search(request.withTopK(most + 1)));

    assertThat(library().search(request.withTopK(most)).best()).isEmpty();
  }

  @Test
  @Promise(22)
  default void refusesToSearchInMoreGroupsThanItTakes() {
    given().offered(Capability.SEARCH);
    given().offered(Capability.SEARCH_MANY_GROUPS);
    int most = given().triable(given().limits().groupsPerSearch(), "groups in a search");
    FaceImage image = given().image();
    GroupId[] groups =
        IntStream.rangeClosed(0, most).mapToObj(i -> given().group()).toArray(GroupId[]::new);

    Failing.invalid("groups", () -> library().search(given().search(image, groups)));
  }

  @Test
  @Promise(22)
  default void saysWhichCallItRefused() {
    PersonId nobody = given().nobody();
    FaceImage image = given().image();
    for (Operation operation :
        List.of(Operation.ADD_FACES, Operation.QUERY_FACES, Operation.JOIN_GROUPS)) {
      FaceLibraryException failure =
          Failing.refused(
              ErrorKind.NOT_FOUND,
              () -> Operations.call(library(), operation, nobody, given().group(), image));

      assertThat(failure.call().orElseThrow().operation()).isEqualTo(operation);
      assertThat(failure.call().orElseThrow().provider()).isNotBlank();
    }
  }

  @Test
  @Promise(23)
  default void turnsAForeignExceptionIntoAnInternalErrorWithItsCause() {
    RuntimeException foreign = new IllegalStateException("foreign");
    FaceLibrary broken =
        FaceLibraries.guard(
            "broken",
            new ForwardingFaceLibrary(library()) {
              @Override
              protected <T> T around(Operation operation, Supplier<T> call) {
                throw foreign;
              }
            });
    PersonId person = given().person();
    FaceImage image = given().image();

    for (Operation operation : Operations.offeredBy(broken)) {
      Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
      assertThat(
              Failing.failed(
                  ErrorKind.INTERNAL,
                  effect,
                  () -> Operations.call(broken, operation, person, given().group(), image)))
          .hasCause(foreign);
    }
  }
}
