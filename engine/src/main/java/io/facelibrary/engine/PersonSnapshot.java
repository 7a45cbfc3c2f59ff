package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One person at one moment. A rule asks only for what its {@link Reads} declare; for anything else,
 * a store may throw an {@link IllegalStateException}.
 */
public interface PersonSnapshot {

  /** The id; it never changes. */
  PersonId id();

  /** The name; an empty string if there is none. Part of {@link Part#TEXT}. */
  String name();

  /** The note; an empty string if there is none. Part of {@link Part#TEXT}. */
  String note();

  /** The groups, sorted by id, because people read them. {@link Part#GROUPS}. */
  Set<GroupId> groups();

  /** The number of faces. {@link Part#FACE_COUNT}. */
  int faceCount();

  /** All faces, in the order in which they were added. {@link Part#FACES} of all faces. */
  List<Face> faces();

  /**
   * Returns those of the named faces that the person has, in the given order. Its cost must not
   * depend on the number of faces of the person. {@link Part#FACES}.
   */
  List<Face> faces(List<FaceId> named);

  /**
   * Returns the ids of those of the named faces that the person has, in the given order. Its cost
   * must not depend on the number of faces of the person. {@link Part#FACES}.
   */
  List<FaceId> present(List<FaceId> named);

  /** Returns the stored content of a face, if the person has it. {@link Part#CONTENT}. */
  Optional<ArchivedFace> content(FaceId face);

  /**
   * Returns a copy of the declared parts, which stays valid.
   *
   * @param person the person as a store reads it
   */
  static PersonSnapshot copyOf(PersonSnapshot person, Reads reads) {
    return CopiedPerson.of(person, reads);
  }
}
