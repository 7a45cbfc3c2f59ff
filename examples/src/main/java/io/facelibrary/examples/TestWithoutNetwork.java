package io.facelibrary.examples;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import java.util.Map;

/**
 * Injects the faults of a remote library and shows that {@link VisitorBook} handles them. {@code
 * VisitorBookTest} has the same checks as unit tests.
 */
public final class TestWithoutNetwork {
  private static final PersonId GRACE = PersonId.of("grace-hopper");
  private static final PersonId EILEEN = PersonId.of("eileen-collins");

  private TestWithoutNetwork() {}

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FaceImage ofGrace = FaceImage.read(Photos.path("grace_hopper.jpg"));
    FaceImage ofEileen = FaceImage.read(Photos.path("astronaut.png"));

    try (FaceLibrary healthy = FaceLibraries.open("inmemory", Map.of())) {
      FaultyFaceLibrary library = FaultyFaceLibrary.over(healthy);
      VisitorBook book = new VisitorBook(library);

      library.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));
      System.out.println("Response lost:      " + book.register(GRACE, ofGrace));

      library.failNext(
          Operation.ADD_FACES, Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN));
      System.out.println("Request lost:       " + book.register(EILEEN, ofEileen));
      System.out.println("Same visitor again: " + book.register(EILEEN, ofEileen));
      System.out.println(
          "Faces:              " + faces(GRACE, healthy) + " and " + faces(EILEEN, healthy));

      library.failNext(Operation.SEARCH, Fault.before(ErrorKind.UNAVAILABLE));
      System.out.println("Search failed:      " + book.greet(ofGrace));
      System.out.println("Search succeeded:   " + book.greet(ofGrace));

      library.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));
      book.delete(GRACE);
      System.out.println("Deleted:            " + healthy.findPerson(GRACE).isEmpty());
    }
  }

  private static int faces(PersonId person, FaceLibrary library) {
    return library.queryFaces(QueryFaces.allOf(person)).faces().size();
  }
}
