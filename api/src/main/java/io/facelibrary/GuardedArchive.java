package io.facelibrary;

import java.util.List;
import java.util.Optional;

/** A {@link FaceArchive} behind the guard of its library. */
final class GuardedArchive implements FaceArchive {
  private final FaceArchive archive;
  private final CallGuard guard;
  private final RequestRules rules;

  GuardedArchive(FaceArchive archive, CallGuard guard, RequestRules rules) {
    this.archive = archive;
    this.guard = guard;
    this.rules = rules;
  }

  @Override
  public Optional<EncoderModel> model() {
    return archive.model();
  }

  @Override
  public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
    Checks.present(face, "face");
    return guard.call(
        Operation.FIND_ARCHIVED_FACE,
        () -> rules.check(person),
        checked -> archive.findArchivedFace(checked, face));
  }

  @Override
  public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
    AddFacesResult result =
        guard.call(
            Operation.ADD_ARCHIVED_FACES,
            () -> rules.check(person, faces),
            checked -> archive.addArchivedFaces(person, checked));
    guard.checkOutcomes(Operation.ADD_ARCHIVED_FACES, faces.size(), result.outcomes().size());
    return result;
  }
}
