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

/** The ten lines that README.md begins with. */
public final class TenLines {
  private TenLines() {}

  /**
   * Runs them.
   *
   * @param args the file of a photograph
   */
  public static void main(String[] args) {
    PersonId grace = PersonId.of("grace");
    FaceImage portrait = FaceImage.read(Path.of(args[0]));
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      library.addPerson(AddPerson.of(grace));
      List<FaceId> faces = library.addFaces(AddFaces.of(grace, portrait)).orThrow();
      SearchResult found = library.search(Search.of(portrait));
      System.out.println("found " + found.best().map(Candidate::person).orElseThrow());
      library.deleteFaces(new DeleteFaces(grace, faces)).orThrow();
      System.out.println("left " + library.queryFaces(QueryFaces.allOf(grace)).faces());
    }
  }
}
