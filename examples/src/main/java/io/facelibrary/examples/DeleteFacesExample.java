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
 * Deletes faces of a person, as the sample in Alibaba Cloud's documentation does, and verifies that
 * they are gone.
 */
public final class DeleteFacesExample {
  private DeleteFacesExample() {}

  // The documented program creates profile, region and client, and builds a request: accept format,
  // method, encoding, time-outs, a JSON body. It sends the request, checks isSuccess() and parses
  // the response. It compares "code" with 200 outside and again inside "data", and stops there.
  // To find the deleted faces, it would have to compare data.faceIds with the request. To verify
  // the deletion, it would need the same code for GetFaces. Its ids are numbers beyond a double.

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PersonId person = PersonId.of("personId_test_3");
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      List<FaceId> added = threeFacesOf(person, library);
      FaceId unknown = FaceId.of("31820666292926465");

      List<FaceId> requested = List.of(added.get(0), added.get(1), unknown);
      DeleteFacesResult result = library.deleteFaces(DeleteFaces.of(person, requested));
      for (DeleteFacesResult.Outcome outcome : result.outcomes()) {
        int number = 1 + requested.indexOf(outcome.face());
        System.out.println("Face " + number + ": " + outcome.getClass().getSimpleName());
      }

      QueryFacesResult check = library.queryFaces(QueryFaces.of(person, requested));
      System.out.println("Gone: " + check.missing().size() + " of " + requested.size());
      List<FaceId> left = library.queryFaces(QueryFaces.allOf(person)).ids();
      System.out.println("The third face still exists: " + left.equals(added.subList(2, 3)));
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
