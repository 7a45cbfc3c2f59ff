package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.CallInfo;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.UpdatePerson;
import java.util.Set;

/** Calls operations with valid arguments, and creates failures. */
final class Calls {
  static final PersonId GRACE = PersonId.of("grace");
  static final FaceImage IMAGE = FaceImage.at("https://example.com/grace.jpg");

  private Calls() {}

  static void call(FaceLibrary library, Operation operation) {
    switch (operation) {
      case ADD_FACES -> library.addFaces(AddFaces.of(GRACE, IMAGE));
      case DELETE_FACES -> library.deleteFaces(DeleteFaces.of(GRACE, FaceId.of("1")));
      case QUERY_FACES -> library.queryFaces(QueryFaces.allOf(GRACE));
      case ADD_PERSON -> library.addPerson(AddPerson.of(GRACE));
      case UPDATE_PERSON -> library.updatePerson(UpdatePerson.of(GRACE));
      case FIND_PERSON -> library.findPerson(GRACE);
      case DELETE_PERSON -> library.deletePerson(GRACE);
      case JOIN_GROUPS -> library.joinGroups(GRACE, Set.of(GroupId.DEFAULT));
      case LEAVE_GROUPS -> library.leaveGroups(GRACE, Set.of(GroupId.DEFAULT));
      case LIST_GROUPS -> library.listGroups(PageRequest.first());
      case LIST_PERSONS -> library.listPersons(GroupId.DEFAULT, PageRequest.first());
      case SEARCH -> library.search(Search.of(IMAGE));
    }
  }

  static FaceLibraryException thrownBy(FaceLibrary library, Operation operation) {
    return catchThrowableOfType(FaceLibraryException.class, () -> call(library, operation));
  }

  static FaceLibraryException failure(Operation operation, ErrorKind kind, Effect effect) {
    return FaceLibraryException.builder(kind, effect, "for a test")
        .call(CallInfo.of("scripted", operation))
        .build();
  }

  static FaceLibraryException unavailable(Operation operation) {
    return failure(operation, ErrorKind.UNAVAILABLE, Effect.NONE);
  }
}
