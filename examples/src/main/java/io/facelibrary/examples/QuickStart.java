package io.facelibrary.examples;

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

/**
 * Fills a library on disk with images of two people and finds them. It deletes one, who is then not
 * mistaken for the other. The other person stays for the reader to search.
 */
public final class QuickStart {
  private static final PersonId GRACE = PersonId.of("grace-hopper");
  private static final PersonId EILEEN = PersonId.of("eileen-collins");
  private static final GroupId NAVY = GroupId.of("navy");
  private static final GroupId NASA = GroupId.of("nasa");
  private static final String FOLDER = "target/quickstart-faces";

  private QuickStart() {}

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FaceImage grace = FaceImage.read(Photos.path("grace_hopper.jpg"));
    FaceImage eileen = FaceImage.read(Photos.path("astronaut.png"));
    System.out.println("Read grace_hopper.jpg: " + grace);
    System.out.println("Read astronaut.png:    " + eileen);

    Map<String, String> settings = Map.of("folder", FOLDER, "encoder", "recognition");
    try (FaceLibrary library = FaceLibraries.open("embedded", settings)) {
      // The library is durable, so the person of an earlier run may exist.
      library.deletePerson(GRACE);

      AddPerson hopper = AddPerson.of(GRACE, NAVY).withName("Grace Hopper");
      AddPerson collins = AddPerson.of(EILEEN, NASA).withName("Eileen Collins");
      library.enrol(hopper, List.of(grace)).orThrow();
      List<FaceId> added = library.enrol(collins, List.of(eileen)).orThrow();
      System.out.println("Added:   2 people with 1 face each");

      System.out.println("Search grace_hopper.jpg: " + found(grace, library));
      System.out.println("Search astronaut.png:    " + found(eileen, library));

      DeleteFacesResult deleted = library.deleteFaces(DeleteFaces.of(EILEEN, added));
      System.out.println("Deleted: " + deleted.deleted().size() + " face of " + EILEEN);
      QueryFacesResult after = library.queryFaces(QueryFaces.of(EILEEN, added));
      System.out.println(
          "Query:   " + after.faces().size() + " faces, " + after.missing().size() + " missing");
      System.out.println("Search astronaut.png:    " + found(eileen, library));
      library.deletePerson(EILEEN);
    }

    System.out.println("The library on disk contains grace-hopper. Search it yourself:");
    System.out.println(
        "  ./face-library search examples/photos/grace_hopper.jpg --group navy \\\n"
            + "      --provider embedded --set folder="
            + FOLDER
            + " --set encoder=recognition");
  }

  /** Describes the best match. A search does not return a person who is only similar. */
  private static String found(FaceImage image, FaceLibrary library) {
    return library
        .search(Search.of(image, NAVY, NASA))
        .best()
        .map(it -> it.person() + ", " + it.verdict() + ", similarity " + it.similarity())
        .orElse("nobody");
  }
}
