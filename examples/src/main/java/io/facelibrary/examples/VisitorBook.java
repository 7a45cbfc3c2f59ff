package io.facelibrary.examples;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;

/**
 * Registers visitors with one portrait each and greets them: a small application that has to do the
 * right thing when its library fails. {@link TestWithoutNetwork} shows it failing.
 */
final class VisitorBook {
  private static final GroupId VISITORS = GroupId.of("visitors");
  private static final int ATTEMPTS = 3;

  /** What to tell a visitor at the desk. */
  enum Answer {
    REGISTERED,
    COME_BACK_LATER,
    REFUSED
  }

  private final FaceLibrary library;

  VisitorBook(FaceLibrary library) {
    this.library = library;
  }

  /** Registers a visitor. Looks before it adds, so a visitor who comes back is not added twice. */
  Answer register(PersonId visitor, FaceImage portrait) {
    try {
      if (library.findPerson(visitor).isEmpty()) {
        library.addPerson(AddPerson.of(visitor, VISITORS));
      }
      if (!hasPortrait(visitor)) {
        library.addFaces(AddFaces.of(visitor, portrait)).orThrow();
      }
      return Answer.REGISTERED;
    } catch (FaceLibraryException e) {
      return e.effect() == Effect.UNKNOWN ? afterALostAnswer(visitor) : after(e);
    }
  }

  // The portrait may be there or not. Adding it again could make it two, so this only looks.
  private Answer afterALostAnswer(PersonId visitor) {
    try {
      return hasPortrait(visitor) ? Answer.REGISTERED : Answer.COME_BACK_LATER;
    } catch (FaceLibraryException e) {
      return Answer.COME_BACK_LATER;
    }
  }

  private static Answer after(FaceLibraryException e) {
    return e.kind().isTransient() ? Answer.COME_BACK_LATER : Answer.REFUSED;
  }

  private boolean hasPortrait(PersonId visitor) {
    return !library.queryFaces(QueryFaces.allOf(visitor)).faces().isEmpty();
  }

  /** Greets who is at the door. A library that cannot answer does not make anybody a stranger. */
  String greet(FaceImage atTheDoor) {
    try {
      return library
          .search(Search.of(atTheDoor, VISITORS))
          .best()
          .map(best -> "Welcome back, " + best.person())
          .orElse("Please register");
    } catch (FaceLibraryException e) {
      return "Please ring the bell";
    }
  }

  /** Forgets a visitor. Deleting twice does no harm, so this tries again. */
  void forget(PersonId visitor) {
    for (int attempt = 1; ; attempt++) {
      try {
        library.deletePerson(visitor);
        return;
      } catch (FaceLibraryException e) {
        if (!e.isRetryable() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
