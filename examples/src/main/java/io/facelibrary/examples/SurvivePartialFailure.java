package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.PartialFailureException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.Map;

/** Adds more pictures than a person may hold: some stay, the others say why they did not. */
public final class SurvivePartialFailure {
  private static final PersonId GRACE = PersonId.of("grace-hopper");

  private SurvivePartialFailure() {}

  /**
   * Runs it.
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

      AddFacesResult result = library.addFaces(new AddFaces(GRACE, images));
      for (int i = 0; i < images.size(); i++) {
        System.out.println("Picture " + (i + 1) + ": " + told(result.outcomes().get(i)));
      }
      System.out.println("Held: " + library.queryFaces(QueryFaces.allOf(GRACE)).faces().size());

      // Who wants all or an exception asks for it. What was accepted stays all the same.
      try {
        result.orThrow();
      } catch (PartialFailureException e) {
        System.out.println("orThrow: " + e.getMessage());
      }

      // Make room, then send only what was rejected: the others are in the library already.
      library.deleteFaces(DeleteFaces.of(GRACE, result.added().get(0))).orThrow();
      List<FaceImage> rejected =
          result.failures().stream().map(ItemFailure::index).map(images::get).toList();
      int added = library.addFaces(new AddFaces(GRACE, rejected)).orThrow().size();
      System.out.println("Sent again: " + rejected.size() + ", added: " + added);
    }
  }

  private static String told(Outcome outcome) {
    return outcome instanceof Rejected rejected
        ? rejected.failure().kind() + ", " + rejected.failure().message()
        : "added";
  }
}
