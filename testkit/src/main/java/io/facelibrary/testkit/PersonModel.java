package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person as the contract describes it, with one call after the other.
 *
 * @param present whether it is in the library
 * @param faces its faces
 * @param limit how many it may hold
 */
record PersonModel(boolean present, Set<FaceId> faces, int limit) {

  PersonModel {
    faces = Set.copyOf(faces);
  }

  /** Returns the person after a call did what it claims, or empty if it cannot have. */
  Optional<PersonModel> after(Observation claim) {
    if (claim instanceof Observation.PersonAdded) {
      return next(!present, true, Set.of());
    }
    if (claim instanceof Observation.PersonMissing) {
      return next(!present, false, Set.of());
    }
    if (!present) {
      return Optional.empty();
    }
    if (claim instanceof Observation.Added added) {
      boolean possible = faces.size() < limit && !faces.contains(added.face());
      return next(possible, true, with(added.face()));
    }
    if (claim instanceof Observation.Deleted deleted) {
      return next(faces.contains(deleted.face()), true, without(deleted.face()));
    }
    if (claim instanceof Observation.PersonDeleted) {
      return next(true, false, Set.of());
    }
    return next(isSeen(claim), true, faces);
  }

  private boolean isSeen(Observation claim) {
    if (claim instanceof Observation.SawAll saw) {
      return saw.faces().equals(faces);
    }
    if (claim instanceof Observation.Saw saw) {
      return faces.contains(saw.face());
    }
    if (claim instanceof Observation.FoundAbsent absent) {
      return !faces.contains(absent.face());
    }
    return claim instanceof Observation.PersonFound || faces.size() == limit; // else found full
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
