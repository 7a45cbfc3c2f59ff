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
 * Lets a library in memory fail as a remote one does, and shows that {@link VisitorBook} copes. The
 * same as unit tests: {@code VisitorBookTest}.
 */
public final class TestWithoutNetwork {
  private static final PersonId GRACE = PersonId.of("grace-hopper");
  private static final PersonId EILEEN = PersonId.of("eileen-collins");

  private TestWithoutNetwork() {}

  /**
   * Runs it.
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
      System.out.println("Face kept, answer lost: " + book.register(GRACE, ofGrace));

      library.failNext(
          Operation.ADD_FACES, Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN));
      System.out.println("Request lost:           " + book.register(EILEEN, ofEileen));
      System.out.println("The same visitor again: " + book.register(EILEEN, ofEileen));
      System.out.println("Faces held: " + faces(GRACE, healthy) + " and " + faces(EILEEN, healthy));

      library.failNext(Operation.SEARCH, Fault.before(ErrorKind.UNAVAILABLE));
      System.out.println("At the door, no search: " + book.greet(ofGrace));
      System.out.println("At the door:            " + book.greet(ofGrace));

      library.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));
      book.forget(GRACE);
      System.out.println("Forgotten:              " + healthy.findPerson(GRACE).isEmpty());
    }
  }

  private static int faces(PersonId person, FaceLibrary library) {
    return library.queryFaces(QueryFaces.allOf(person)).faces().size();
  }
}
