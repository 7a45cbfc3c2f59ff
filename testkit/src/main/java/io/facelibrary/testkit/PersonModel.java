package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The sequential model of one person, as the contract describes it.
 *
 * @param present whether the person is in the library
 * @param faces the faces of the person
 * @param limit the number of faces that the person may hold
 */
record PersonModel(boolean present, Set<FaceId> faces, int limit) {

  PersonModel {
    faces = Set.copyOf(faces);
  }

  /** Returns the person after a call with this observation, or empty if it is impossible. */
  Optional<PersonModel> after(Observation observation) {
    if (observation instanceof Observation.PersonAdded) {
      return next(!present, true, Set.of());
    }
    if (observation instanceof Observation.PersonMissing) {
      return next(!present, false, Set.of());
    }
    if (!present) {
      return Optional.empty();
    }
    if (observation instanceof Observation.Added added) {
      boolean possible = faces.size() < limit && !faces.contains(added.face());
      return next(possible, true, with(added.face()));
    }
    if (observation instanceof Observation.Deleted deleted) {
      return next(faces.contains(deleted.face()), true, without(deleted.face()));
    }
    if (observation instanceof Observation.PersonDeleted) {
      return next(true, false, Set.of());
    }
    return next(isSeen(observation), true, faces);
  }

  private boolean isSeen(Observation observation) {
    if (observation instanceof Observation.SawAll saw) {
      return saw.faces().equals(faces);
    }
    if (observation instanceof Observation.Saw saw) {
      return faces.contains(saw.face());
    }
    if (observation instanceof Observation.FoundAbsent absent) {
      return !faces.contains(absent.face());
    }
    return observation instanceof Observation.PersonFound
        || faces.size() == limit; // else found full
  }

  private Optional<PersonModel> next(boolean possible, boolean nowPresent, Set<FaceId> nowFaces) {
    return possible ? Optional.of(new PersonModel(nowPresent, nowFaces, limit)) : Optional.empty();
  }

  private Set<FaceId> with(FaceId face) {
    Set<FaceId> more = new HashSet<>(faces);
    more.add(face);
    return more;
  }

  private Set<FaceId> without(FaceId face) {
    Set<FaceId> fewer = new HashSet<>(faces);
    fewer.remove(face);
    return fewer;
  }
}
