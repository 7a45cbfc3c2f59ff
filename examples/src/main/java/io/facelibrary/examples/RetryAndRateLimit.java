package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.resilience.Attempt;
import io.facelibrary.resilience.ResilientFaceLibrary;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import java.time.Duration;
import java.util.Map;

/** Injects the faults of a remote library and repeats the calls that may be repeated. */
public final class RetryAndRateLimit {
  private static final PersonId GRACE = PersonId.of("grace-hopper");
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/grace.jpg");

  private RetryAndRateLimit() {}

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    FaultyFaceLibrary failing = FaultyFaceLibrary.over(FaceLibraries.open("inmemory", Map.of()));

    try (FaceLibrary library =
        ResilientFaceLibrary.around(failing)
            .backoff(Duration.ofMillis(1), Duration.ofMillis(10))
            .listener(RetryAndRateLimit::print)
            .build()) {
      library.addPerson(AddPerson.of(GRACE));

      // The library is unchanged, so the add is repeated.
      failing.failNext(Operation.ADD_FACES, Fault.before(ErrorKind.UNAVAILABLE));
      library.addFaces(AddFaces.of(GRACE, IMAGE)).orThrow();

      // The effect is unknown, so the add is not repeated and the program queries the faces.
      failing.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));
      try {
        library.addFaces(AddFaces.of(GRACE, IMAGE)).orThrow();
      } catch (FaceLibraryException e) {
        System.out.println("The add failed: " + e.kind() + ", effect " + e.effect());
      }
      System.out.println("Held: " + library.queryFaces(QueryFaces.allOf(GRACE)).faces().size());

      // Deleting twice does no harm. The result is that of the second attempt.
      failing.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));
      System.out.println("deletePerson returned: " + library.deletePerson(GRACE));
      System.out.println("The person exists: " + library.findPerson(GRACE).isPresent());
    }

    showTheRateLimit();
  }

  private static void showTheRateLimit() {
    try (FaceLibrary library =
        ResilientFaceLibrary.around(FaceLibraries.open("inmemory", Map.of()))
            .callsPerSecond(Operation.FIND_PERSON, 3)
            // Short, since a call waits for its permit until the deadline.
            .deadline(Duration.ofMillis(100))
            .build()) {
      for (int call = 1; call <= 4; call++) {
        try {
          library.findPerson(GRACE);
          System.out.println("Call " + call + " at 3 per second: sent");
        } catch (FaceLibraryException e) {
          System.out.println("Call " + call + " at 3 per second: " + description(e));
        }
      }
    }
  }

  private static String description(FaceLibraryException e) {
    boolean again = e.retryAfter().isPresent() && e.effect() == Effect.NONE;
    return e.kind() + (again ? ", may be repeated within a second" : "");
  }

  private static void print(Attempt attempt) {
    String ending =
        attempt
            .failure()
            .map(failure -> failure.kind() + ", effect " + failure.effect())
            .orElse("ok");
    System.out.println(
        "  "
            + attempt.operation()
            + " "
            + attempt.number()
            + ": "
            + ending
            + ", "
            + attempt.next());
  }
}
