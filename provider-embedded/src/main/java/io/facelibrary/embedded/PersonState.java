package io.facelibrary.embedded;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import java.util.Optional;
import java.util.Set;

/** One person as a rule changes it. What a rule does to it is done wholly or not at all. */
interface PersonState extends PersonView {
  void name(String changed);

  void note(String changed);

  /**
   * Enters the person into groups that it is not in yet.
   *
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if there would be too many groups; the rule
   *     must let it pass
   */
  void join(Set<GroupId> groups);

  void leave(Set<GroupId> groups);

  /**
   * Adds a face, whose id is above all that came before.
   *
   * @param image one of those that were handed over with the rule
   * @param vector the model's description of the face; empty in a library without a model
   */
  void addFace(Face face, FaceImage image, Optional<float[]> vector);

  boolean deleteFace(FaceId face);

  /** Deletes the person with all its faces; nothing else may be asked of it afterwards. */
  void forget();
}
