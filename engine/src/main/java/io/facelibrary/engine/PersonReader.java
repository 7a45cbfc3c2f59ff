package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person as a rule reads it. Valid only while the rule runs. */
public interface PersonReader {

  /** The id; it never changes. */
  PersonId id();

  /** The name; an empty string if there is none. */
  String name();

  /** The note; an empty string if there is none. */
  String note();

  /** The groups, sorted by id, because people read them. */
  Set<GroupId> groups();

  /** The number of faces of the person. */
  int faceCount();

  /** Returns a face, with its source URL if it was added from one and the store keeps it. */
  Optional<Face> findFace(FaceId face);

  /** All faces, in the order in which they were added. */
  List<Face> faces();

  /** Returns the stored content of a face. */
  Optional<ArchivedFace> findArchived(FaceId face);
}
