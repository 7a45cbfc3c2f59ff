package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import java.util.Set;

/** One person as a rule changes it. The changes of a rule are atomic. */
public interface PersonWriter extends PersonReader {

  /** Sets the name. */
  void setName(String name);

  /** Sets the note. */
  void setNote(String note);

  /**
   * Adds the person to groups; groups that it is in already are skipped. Adds it to all or to none.
   *
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if the library would have too many groups;
   *     the rule must not catch it
   */
  void join(Set<GroupId> groups);

  /** Removes the person from groups; groups that it is not in are skipped. */
  void leave(Set<GroupId> groups);

  /**
   * Adds a face. Its id must be larger than the ids of all earlier faces.
   *
   * @param face the face as queries return it
   * @param content the content to store; its image is one of the images passed with the rule
   */
  void addFace(Face face, ArchivedFace content);

  /** Deletes a face. Returns false if the person has no such face. */
  boolean deleteFace(FaceId face);

  /** Deletes the person and all its faces. The rule must not use the person afterwards. */
  void delete();
}
