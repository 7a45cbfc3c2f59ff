package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.Set;

/** The effect of one call on one person, as its result reports it. */
sealed interface Observation {

  /** The call added a face. */
  record Added(FaceId face) implements Observation {}

  /** The call added no face, since the person held as many as it may. */
  record FoundFull() implements Observation {}

  /** The call deleted a face that was present. */
  record Deleted(FaceId face) implements Observation {}

  /** The face was absent. */
  record FoundAbsent(FaceId face) implements Observation {}

  /** The person had exactly these faces. */
  record SawAll(Set<FaceId> faces) implements Observation {}

  /** The face was present. */
  record Saw(FaceId face) implements Observation {}

  /** The person was absent, and the call added it. */
  record PersonAdded() implements Observation {}

  /** The person was present already. */
  record PersonFound() implements Observation {}

  /** The person was present, and the call deleted it. */
  record PersonDeleted() implements Observation {}

  /** The person was absent. */
  record PersonMissing() implements Observation {}
}
