package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchedFace;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.recognition.FaceRecognizer;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Enrolls two people with one image each and recognizes them in other images. */
public final class WhoIsThis {
  private static final GroupId CREW = GroupId.of("crew");

  private WhoIsThis() {}

  /**
   * Runs the program.
   *
   * @param args a new PNG file for the last image with boxes and names; optional
   */
  public static void main(String[] args) {
    try {
      run(Stream.of(args).findFirst().map(NewPng::named));
    } catch (InvalidRequestException e) {
      System.out.println("No image was written: " + e.getMessage());
    }
  }

  private static void run(Optional<NewPng> drawing) {
    Path grace = Photos.path("grace_hopper.jpg");
    Path eileen = Photos.path("astronaut.png");
    try (FaceEncoder encoder = FaceRecognizer.open();
        FaceLibrary library = InMemoryFaceLibrary.builder().encoder(encoder).open()) {
      enroll(library, PersonId.of("grace-hopper"), grace);
      enroll(library, PersonId.of("eileen-collins"), eileen);

      BufferedImage ofGrace = AlteredCopies.read(grace);
      BufferedImage ofEileen = AlteredCopies.read(eileen);
      show(library, "Grace mirrored", AlteredCopies.mirrored(ofGrace));
      show(library, "Grace rotated by 15 degrees", AlteredCopies.rotated(ofGrace, 15));
      show(library, "Eileen half as bright", AlteredCopies.darkened(ofEileen));
      BufferedImage both =
          AlteredCopies.sideBySide(
              AlteredCopies.mirrored(ofGrace), AlteredCopies.darkened(ofEileen));
      List<NamedBox> found = show(library, "Both", both);
      drawing.ifPresent(
          png -> {
            png.write(DrawnBoxes.into(both, found));
            System.out.println("Written to " + png.file().getFileName());
          });
    }
  }

  private static void enroll(FaceLibrary library, PersonId person, Path file) {
    library.addPerson(AddPerson.of(person, CREW));
    library.addFaces(AddFaces.of(person, FaceImage.read(file))).orThrow();
    System.out.println("Enrolled " + person);
  }

  private static List<NamedBox> show(FaceLibrary library, String title, BufferedImage image) {
    // It returns only matches, as the library judges with the error rates of its model.
    Search search = Search.of(AlteredCopies.toPng(image), CREW);
    System.out.println(title + ":");
    List<NamedBox> found = new ArrayList<>();
    for (SearchedFace face : library.search(search).faces()) {
      NamedBox box = new NamedBox(face.box().orElseThrow(), name(face.candidates()));
      found.add(box);
      System.out.println("  " + box);
    }
    return found;
  }

  private static String name(List<Candidate> candidates) {
    Optional<Candidate> best = candidates.stream().findFirst();
    return best.map(
            it -> String.format(Locale.ROOT, "%s %.2f", it.person(), it.similarity().value()))
        .orElse("unknown");
  }
}
