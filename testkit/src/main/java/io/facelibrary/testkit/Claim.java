package io.facelibrary.testkit;

import io.facelibrary.FaceId;
import java.util.Set;

/** What a call claims to have done to one person, or seen of it, at one moment. */
sealed interface Claim {

  /** A face was added. */
  record Added(FaceId face) implements Claim {}

  /** A face was not added, as the person was full. */
  record FoundFull() implements Claim {}

  /** A face was there and was deleted. */
  record Deleted(FaceId face) implements Claim {}

  /** A face was not there. */
  record FoundAbsent(FaceId face) implements Claim {}

  /** These were all the faces. */
  record SawAll(Set<FaceId> faces) implements Claim {}

  /** A face was there. */
  record Saw(FaceId face) implements Claim {}

  /** The person was not there and was added. */
  record PersonAdded() implements Claim {}

  /** The person was there already. */
  record PersonFound() implements Claim {}

  /** The person was there and was deleted. */
  record PersonDeleted() implements Claim {}

  /** The person was not there. */
  record PersonMissing() implements Claim {}
}
