package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.Set;

/** What a call claims to have done to one person, or seen of it, at one moment. */
sealed interface Observation {

  /** A face was added. */
  record Added(FaceId face) implements Observation {}

  /** A face was not added, as the person was full. */
  record FoundFull() implements Observation {}

  /** A face was there and was deleted. */
  record Deleted(FaceId face) implements Observation {}

  /** A face was not there. */
  record FoundAbsent(FaceId face) implements Observation {}

  /** These were all the faces. */
  record SawAll(Set<FaceId> faces) implements Observation {}

  /** A face was there. */
  record Saw(FaceId face) implements Observation {}

  /** The person was not there and was added. */
  record PersonAdded() implements Observation {}

  /** The person was there already. */
  record PersonFound() implements Observation {}

  /** The person was there and was deleted. */
  record PersonDeleted() implements Observation {}

  /** The person was not there. */
  record PersonMissing() implements Observation {}
}
