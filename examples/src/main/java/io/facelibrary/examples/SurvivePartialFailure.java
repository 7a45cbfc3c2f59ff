package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddFacesResult.Unknown;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PartialFailureException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds more images than a person may have: some are added, the others have a reason. */
public final class SurvivePartialFailure {
  private static final PersonId GRACE = PersonId.of("grace-hopper");

  private SurvivePartialFailure() {}

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    List<FaceImage> images =
        List.of(
            FaceImage.at("https://example.com/1.jpg"),
            FaceImage.at("https://example.com/2.jpg"),
            FaceImage.at("https://example.com/3.jpg"));

    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of("faces-per-person", "2"))) {
      library.addPerson(AddPerson.of(GRACE));

      AddFacesResult result = library.addFaces(AddFaces.of(GRACE, images));
      for (int i = 0; i < images.size(); i++) {
        System.out.println("Image " + (i + 1) + ": " + description(result.outcomes().get(i)));
      }
      System.out.println("Held: " + library.queryFaces(QueryFaces.allOf(GRACE)).faces().size());

      // orThrow() throws unless every image was added. The added ones stay.
      try {
        result.orThrow();
      } catch (PartialFailureException e) {
        System.out.println("orThrow: " + e.getMessage());
      }

      // Make room, then add only the rejected images. The others are in the library, or may be.
      library.deleteFaces(DeleteFaces.of(GRACE, result.added().get(0))).orThrow();
      List<FaceImage> rejected =
          IntStream.range(0, images.size())
              .filter(i -> result.outcomes().get(i) instanceof Rejected)
              .mapToObj(images::get)
              .toList();
      int added = library.addFaces(AddFaces.of(GRACE, rejected)).orThrow().size();
      System.out.println("Repeated: " + rejected.size() + ", added: " + added);
    }
  }

  private static String description(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      return rejected.failure().kind() + ", " + rejected.failure().message();
    }
    return outcome instanceof Unknown ? "added or not, which is not known" : "added";
  }
}
