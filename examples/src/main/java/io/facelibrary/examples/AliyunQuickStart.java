package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Stores a face in Alibaba Cloud: adds a person with a local image, queries, searches and deletes.
 * The program deletes everything that it created.
 */
public final class AliyunQuickStart {
  private static final GroupId GROUP = GroupId.of("face-library-quickstart");

  private AliyunQuickStart() {}

  /**
   * Runs the program.
   *
   * @param args variables such as {@code FACE_LIBRARY_ENDPOINT=http://127.0.0.1:8080}, which
   *     override those of the environment
   */
  public static void main(String[] args) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    for (String variable : args) {
      String[] nameAndValue = variable.split("=", 2);
      environment.put(nameAndValue[0], nameAndValue[1]);
    }
    if (hasEndpoint(environment) && hasKey(environment)) {
      environment.put("FACE_LIBRARY_PROVIDER", "aliyun");
      try (FaceLibrary library = FaceLibraries.fromEnvironment(environment)) {
        storeFace(library);
      } catch (FaceLibraryException e) {
        System.out.println("Failed: " + e.getMessage());
      }
    } else {
      printMissingVariables(environment);
    }
  }

  private static boolean hasEndpoint(Map<String, String> environment) {
    return environment.containsKey("FACE_LIBRARY_REGION")
        || environment.containsKey("FACE_LIBRARY_ENDPOINT");
  }

  private static boolean hasKey(Map<String, String> environment) {
    return environment.containsKey("ALIBABA_CLOUD_ACCESS_KEY_ID")
        || environment.containsKey("FACE_LIBRARY_ACCESS_KEY_ID");
  }

  private static void printMissingVariables(Map<String, String> environment) {
    System.out.println("No call was made. Missing in the environment:");
    if (!hasEndpoint(environment)) {
      System.out.println("  FACE_LIBRARY_REGION=cn-shanghai (or cn-beijing)");
    }
    if (!hasKey(environment)) {
      System.out.println("  ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    }
    System.out.println(
        "Without an account: start ServeGreenLocally and pass the variables that it prints.");
  }

  private static void storeFace(FaceLibrary library) {
    FaceImage image = FaceImage.read(Photos.path("grace_hopper.jpg"));
    PersonId grace = PersonId.of("grace-" + UUID.randomUUID().toString().substring(0, 8));
    library.addPerson(AddPerson.of(grace, GROUP).withName("Grace Hopper"));
    try {
      AddFacesResult added = library.addFaces(AddFaces.of(grace, image));
      System.out.println("Added:   " + added.added().size() + " of 1 face");
      added.failures().forEach(failure -> System.out.println("Not added: " + failure.message()));
      int held = library.queryFaces(QueryFaces.allOf(grace)).faces().size();
      System.out.println("Query:   " + held + " face");
      // In the cloud, search finds a new group from the next day on. The cloud recommends no
      // similarity, so the program must say which one is enough.
      Search search = Search.of(image, GROUP).withMinSimilarity(Similarity.of(0.8));
      boolean found = library.search(search).best().isPresent();
      System.out.println("Search:  " + (found ? "found" : "not found yet"));
    } finally {
      System.out.println("Deleted: " + library.deletePerson(grace));
    }
  }
}
