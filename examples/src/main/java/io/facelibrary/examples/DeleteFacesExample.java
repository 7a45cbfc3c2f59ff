package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.List;
import java.util.Map;

/**
 * Deletes faces of a person, as the sample in Alibaba Cloud's documentation does, and looks that
 * they are gone.
 */
public final class DeleteFacesExample {
  private DeleteFacesExample() {}

  // The documented program sets up profile, region and client, fills a request (accept format,
  // method, encoding, time-outs, a JSON body), sends it, asks isSuccess(), parses the answer, and
  // compares "code" with 200 outside and again inside "data". It stops there. To know what was
  // deleted it would have to compare data.faceIds with what it asked for; to know that the faces
  // are gone, all of it once more with GetFaces, whose ids are numbers that a double cannot hold.

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PersonId person = PersonId.of("personId_test_3");
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      List<FaceId> added = threeFacesOf(person, library);
      FaceId unknown = FaceId.of("31820666292926465");

      List<FaceId> asked = List.of(added.get(0), added.get(1), unknown);
      DeleteFacesResult result = library.deleteFaces(new DeleteFaces(person, asked));
      for (DeleteFacesResult.Outcome outcome : result.outcomes()) {
        int number = 1 + asked.indexOf(outcome.face());
        System.out.println("Face " + number + ": " + outcome.getClass().getSimpleName());
      }

      QueryFacesResult check = library.queryFaces(QueryFaces.of(person, asked));
      System.out.println("Gone: " + check.missing().size() + " of " + asked.size());
      List<FaceId> left = library.queryFaces(QueryFaces.allOf(person)).ids();
      System.out.println("The third face is still there: " + left.equals(added.subList(2, 3)));
    }
  }

  private static List<FaceId> threeFacesOf(PersonId person, FaceLibrary library) {
    library.addPerson(AddPerson.of(person));
    return library
        .addFaces(
            AddFaces.of(
                person,
                FaceImage.at("https://example.com/front.jpg"),
                FaceImage.at("https://example.com/left.jpg"),
                FaceImage.at("https://example.com/right.jpg")))
        .orThrow();
  }
}
