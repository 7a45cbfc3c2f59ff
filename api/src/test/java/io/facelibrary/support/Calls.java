package io.facelibrary.support;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls operations with valid arguments. */
public final class Calls {
  public static final PersonId ALICE = PersonId.of("alice");
  public static final FaceImage IMAGE = FaceImage.at(URI.create("https://example.com/face.jpg"));

  private Calls() {}

  /** Returns the result, or the word {@code nothing} if the operation has none. */
  public static Object call(FaceLibrary library, Operation operation) {
    return switch (operation) {
      case ADD_FACES -> library.addFaces(AddFaces.of(ALICE, IMAGE));
      case DELETE_FACES -> library.deleteFaces(DeleteFaces.of(ALICE, FaceId.of("1")));
      case QUERY_FACES -> library.queryFaces(QueryFaces.allOf(ALICE));
      case ADD_PERSON -> nothing(() -> library.addPerson(AddPerson.of(ALICE)));
      case ENROL -> library.enrol(AddPerson.of(ALICE), List.of(IMAGE));
      case UPDATE_PERSON -> nothing(() -> library.updatePerson(UpdatePerson.of(ALICE)));
      case FIND_PERSON -> library.findPerson(ALICE);
      case FIND_PERSONS -> library.findPersons(Set.of(ALICE));
      case DELETE_PERSON -> library.deletePerson(ALICE);
      case JOIN_GROUPS -> nothing(() -> library.joinGroups(ALICE, Set.of(GroupId.DEFAULT)));
      case LEAVE_GROUPS -> nothing(() -> library.leaveGroups(ALICE, Set.of(GroupId.DEFAULT)));
      case LIST_GROUPS -> library.listGroups(PageRequest.first());
      case LIST_PERSONS -> library.listPersons(GroupId.DEFAULT, PageRequest.first());
      case LIST_ALL_PERSONS -> library.listPersons(PageRequest.first());
      case SEARCH -> library.search(Search.of(IMAGE).withMinSimilarity(Similarity.NONE));
      case INFO -> library.info();
      case FIND_ARCHIVED_FACE -> archive(library).findArchivedFace(ALICE, FaceId.of("1"));
      case ADD_ARCHIVED_FACES ->
          archive(library)
              .addArchivedFaces(
                  ALICE, List.of(ArchivedFace.of(Optional.of(IMAGE), Optional.empty())));
      case CHECK -> maintenance(library).check();
      case BACKUP -> nothing(() -> maintenance(library).backup(Path.of("copy")));
    };
  }

  private static FaceArchive archive(FaceLibrary library) {
    return library.unwrap(FaceArchive.class).orElseThrow();
  }

  private static LibraryMaintenance maintenance(FaceLibrary library) {
    return library.unwrap(LibraryMaintenance.class).orElseThrow();
  }

  private static Object nothing(Runnable call) {
    call.run();
    return "nothing";
  }
}
