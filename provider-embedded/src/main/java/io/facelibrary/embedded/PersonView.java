package io.facelibrary.embedded;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person as a rule reads it. Valid while the rule runs. */
interface PersonView {
  PersonId id();

  String name();

  String note();

  Set<GroupId> groups();

  int faceCount();

  /** A face with the address it came from, if it came from one. */
  Optional<Face> findFace(FaceId face);

  /** All faces in the order they came. */
  List<Face> faces();
}
