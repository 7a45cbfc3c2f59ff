package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import java.util.List;
import java.util.Map;

/** Adds a person with a photograph, finds it, deletes it, and looks that it is gone. */
public final class QuickStart {
  private static final PersonId GRACE = PersonId.of("grace-hopper");
  private static final GroupId NAVY = GroupId.of("navy");

  private QuickStart() {}

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FaceImage portrait = FaceImage.read(Photos.path("grace_hopper.jpg"));
    FaceImage stranger = FaceImage.read(Photos.path("astronaut.png"));
    System.out.println("Read grace_hopper.jpg: " + portrait);
    System.out.println("Read astronaut.png:    " + stranger);

    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      library.addPerson(AddPerson.of(GRACE, NAVY).withName("Grace Hopper"));
      List<FaceId> added = library.addFaces(AddFaces.of(GRACE, portrait)).orThrow();
      System.out.println("Added:   " + added.size() + " face");

      QueryFacesResult before = library.queryFaces(QueryFaces.allOf(GRACE));
      System.out.println("Query:   " + before.faces().size() + " face");

      System.out.println("Search in memory finds the same picture again; it recognises no faces.");
      System.out.println("Search grace_hopper.jpg: " + whoIsIn(portrait, library));
      System.out.println("Search astronaut.png:    " + whoIsIn(stranger, library));

      DeleteFacesResult deleted = library.deleteFaces(new DeleteFaces(GRACE, added));
      System.out.println("Deleted: " + deleted.deleted().size() + " face");

      QueryFacesResult after = library.queryFaces(QueryFaces.of(GRACE, added));
      System.out.println(
          "Query:   " + after.faces().size() + " faces, " + after.missing().size() + " missing");
      System.out.println("Search grace_hopper.jpg: " + whoIsIn(portrait, library));
    }
  }

  private static String whoIsIn(FaceImage picture, FaceLibrary library) {
    return library
        .search(Search.of(picture, NAVY))
        .best()
        .map(best -> best.person() + ", similarity " + best.similarity())
        .orElse("nobody");
  }
}
