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
 * Registers visitors with one image each and greets them: a small application that handles failures
 * of its library. {@link TestWithoutNetwork} injects such failures.
 */
final class VisitorBook {
  private static final GroupId VISITORS = GroupId.of("visitors");
  private static final int ATTEMPTS = 3;

  /** The result of a registration. */
  enum Registration {
    REGISTERED,
    COME_BACK_LATER,
    REFUSED
  }

  private final FaceLibrary library;

  VisitorBook(FaceLibrary library) {
    this.library = library;
  }

  /** Registers a visitor. It queries before it adds, so a second visit adds nothing. */
  Registration register(PersonId visitor, FaceImage image) {
    try {
      if (library.findPerson(visitor).isEmpty()) {
        library.addPerson(AddPerson.of(visitor, VISITORS));
      }
      if (!hasImage(visitor)) {
        library.addFaces(AddFaces.of(visitor, image)).orThrow();
      }
      return Registration.REGISTERED;
    } catch (FaceLibraryException e) {
      return e.effect() == Effect.UNKNOWN ? afterUnknownEffect(visitor) : after(e);
    }
  }

  // The image may have been added. Adding it again could add it twice, so this only queries.
  private Registration afterUnknownEffect(PersonId visitor) {
    try {
      return hasImage(visitor) ? Registration.REGISTERED : Registration.COME_BACK_LATER;
    } catch (FaceLibraryException e) {
      return Registration.COME_BACK_LATER;
    }
  }

  private static Registration after(FaceLibraryException e) {
    return e.kind().isTransient() ? Registration.COME_BACK_LATER : Registration.REFUSED;
  }

  private boolean hasImage(PersonId visitor) {
    return !library.queryFaces(QueryFaces.allOf(visitor)).faces().isEmpty();
  }

  /**
   * Greets a visitor who matches. A search does not return a person who is only similar. A failed
   * search does not mean that the visitor is unknown.
   */
  String greet(FaceImage image) {
    try {
      return library
          .search(Search.of(image, VISITORS))
          .best()
          .map(best -> "Welcome back, " + best.person())
          .orElse("Please register");
    } catch (FaceLibraryException e) {
      return "Please ring the bell";
    }
  }

  /** Deletes a visitor. Deleting twice does no harm, so this repeats the call. */
  void delete(PersonId visitor) {
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
