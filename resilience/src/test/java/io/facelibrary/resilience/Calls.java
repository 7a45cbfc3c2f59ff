package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.CallInfo;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.UpdatePerson;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Calls operations with valid arguments, and creates failures. */
final class Calls {
  static final PersonId GRACE = PersonId.of("grace");
  static final FaceImage IMAGE = FaceImage.at("https://example.com/grace.jpg");

  private static final FaceId FACE = FaceId.of("1");

  private Calls() {}

  static void call(FaceLibrary library, Operation operation) {
    switch (operation) {
      case ADD_FACES -> library.addFaces(AddFaces.of(GRACE, IMAGE));
      case DELETE_FACES -> library.deleteFaces(DeleteFaces.of(GRACE, FACE));
      case QUERY_FACES -> library.queryFaces(QueryFaces.allOf(GRACE));
      case ADD_PERSON -> library.addPerson(AddPerson.of(GRACE));
      case ENROL -> library.enrol(AddPerson.of(GRACE), List.of(IMAGE));
      case UPDATE_PERSON -> library.updatePerson(UpdatePerson.of(GRACE));
      case FIND_PERSON -> library.findPerson(GRACE);
      case FIND_PERSONS -> library.findPersons(Set.of(GRACE));
      case DELETE_PERSON -> library.deletePerson(GRACE);
      case JOIN_GROUPS -> library.joinGroups(GRACE, Set.of(GroupId.DEFAULT));
      case LEAVE_GROUPS -> library.leaveGroups(GRACE, Set.of(GroupId.DEFAULT));
      case LIST_GROUPS -> library.listGroups(PageRequest.first());
      case LIST_PERSONS -> library.listPersons(GroupId.DEFAULT, PageRequest.first());
      case LIST_ALL_PERSONS -> library.listPersons(PageRequest.first());
      case SEARCH -> library.search(Search.of(IMAGE));
      case INFO -> library.info();
      case FIND_ARCHIVED_FACE -> archive(library).findArchivedFace(GRACE, FACE);
      case ADD_ARCHIVED_FACES ->
          archive(library).addArchivedFaces(GRACE, List.of(ArchivedFace.of(IMAGE)));
      case CHECK -> maintenance(library).check();
      case BACKUP -> maintenance(library).backup(Path.of("never-created"));
    }
  }

  private static FaceArchive archive(FaceLibrary library) {
    return library.unwrap(FaceArchive.class).orElseThrow();
  }

  private static LibraryMaintenance maintenance(FaceLibrary library) {
    return library.unwrap(LibraryMaintenance.class).orElseThrow();
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
