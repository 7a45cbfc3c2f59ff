package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person as a rule reads it. Valid while the rule runs. */
public interface PersonReader {

  /** The id, which never changes. */
  PersonId id();

  /** The name, empty if there is none. */
  String name();

  /** The note, empty if there is none. */
  String note();

  /** The groups, sorted, since people read them. */
  Set<GroupId> groups();

  /** How many faces the person has. */
  int faceCount();

  /** A face with the address it came from, if it came from one and the library tells. */
  Optional<Face> findFace(FaceId face);

  /** All faces in the order they came. */
  List<Face> faces();

  /** A face whole, as far as it was kept. */
  Optional<ArchivedFace> findArchived(FaceId face);
}
