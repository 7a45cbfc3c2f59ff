package io.facelibrary.examples;

import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ten lines of Java in README.md. */
public final class TenLines {
  private TenLines() {}

  /**
   * Runs the program.
   *
   * @param args the file of an image of Grace, and the file of an image of a visitor
   */
  public static void main(String[] args) {
    PersonId grace = PersonId.of("grace");
    FaceImage image = FaceImage.read(Path.of(args[0]));
    FaceImage visitor = FaceImage.read(Path.of(args[1]));
    try (FaceLibrary library = FaceLibraries.open("inmemory", Map.of())) {
      library.enrol(AddPerson.of(grace), List.of(image));
      Optional<Candidate> match = library.search(Search.of(visitor)).best();
      System.out.println(match.map(it -> "Welcome, " + it.person()).orElse("Nobody known"));
      boolean deleted = library.deletePerson(grace);
      System.out.println("Deleted: " + deleted);
    }
  }
}
