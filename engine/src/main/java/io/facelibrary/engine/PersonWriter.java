package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import java.util.Set;

/** One person as a rule changes it. What a rule does to it is done wholly or not at all. */
public interface PersonWriter extends PersonReader {

  /** Sets the name. */
  void name(String changed);

  /** Sets the note. */
  void note(String changed);

  /**
   * Enters the person into groups, if it is not in them yet: into all or none.
   *
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if there would be too many groups; the rule
   *     must let it pass
   */
  void join(Set<GroupId> groups);

  /** Takes the person out of groups, if it is in them. */
  void leave(Set<GroupId> groups);

  /**
   * Adds a face, whose id is above all that came before.
   *
   * @param face as queries are to tell of it
   * @param kept what the library is to know it by; its picture is one of those that were handed
   *     over with the rule
   */
  void addFace(Face face, ArchivedFace kept);

  /** Deletes a face, and returns whether it was there. */
  boolean deleteFace(FaceId face);

  /** Deletes the person with all its faces; nothing else may be asked of it afterwards. */
  void forget();
}
