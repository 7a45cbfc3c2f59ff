package io.facelibrary;

import java.util.List;

/** Adds a person with its faces by single calls: the default of {@link FaceLibrary#enrol}. */
final class Enrolment {
  private Enrolment() {}

  static AddFacesResult enrol(FaceLibrary library, AddPerson person, List<FaceImage> images) {
    PersonId id = Checks.present(person, "person").person();
    // Built first: a request that breaks a rule must not add the person.
    AddFaces faces = AddFaces.of(id, images);
    library.addPerson(person);
    AddFacesResult result;
    try {
      result = library.addFaces(faces);
    } catch (FaceLibraryException e) {
      throw deletePerson(library, id, e);
    }
    if (result.added().isEmpty()) {
      try {
        result.orThrow();
      } catch (PartialFailureException e) {
        throw deletePerson(library, id, e);
      }
    }
    return result;
  }

  /**
   * Deletes the person that was added, with whatever faces it has.
   *
   * @return the exception to throw, with the true effect
   */
  private static FaceLibraryException deletePerson(
      FaceLibrary library, PersonId person, FaceLibraryException failure) {
    // A service would refuse or break off the call of an interrupted thread.
    boolean interrupted = Thread.interrupted();
    try {
      library.deletePerson(person);
      return failure.effect() == Effect.NONE ? failure : withEffect(failure, Effect.NONE);
    } catch (FaceLibraryException e) {
      FaceLibraryException known =
          withEffect(failure, failure.effect() == Effect.UNKNOWN ? Effect.UNKNOWN : Effect.PARTIAL);
      known.addSuppressed(e);
      return known;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FaceLibraryException withEffect(FaceLibraryException failure, Effect effect) {
    FaceLibraryException.Builder builder =
        FaceLibraryException.builder(failure.kind(), effect, failure.reason()).cause(failure);
    failure.call().ifPresent(builder::call);
    failure.retryAfter().ifPresent(builder::retryAfter);
    return builder.build();
  }
}
