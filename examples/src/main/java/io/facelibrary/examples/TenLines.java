package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ten lines of Java in README.md. */
public final class TenLines {
  private TenLines() {}

  /**
   * Runs the program.
   *
   * @param args the file of an image
   */
  public static void main(String[] args) {
    PersonId grace = PersonId.of("grace");
    FaceImage image = FaceImage.read(Path.of(args[0]));
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      library.addPerson(AddPerson.of(grace));
      List<FaceId> faces = library.addFaces(AddFaces.of(grace, image)).orThrow();
      SearchResult found = library.search(Search.of(image));
      System.out.println("found " + found.best().map(Candidate::person).orElseThrow());
      library.deleteFaces(DeleteFaces.of(grace, faces)).orThrow();
      System.out.println("left " + library.queryFaces(QueryFaces.allOf(grace)).faces());
    }
  }
}
