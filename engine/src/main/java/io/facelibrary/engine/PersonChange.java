package io.facelibrary.engine;

import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of one person. A store makes all of it or nothing. No group is both joined and left, and
 * no face both added and deleted.
 *
 * @param name the new name; empty to keep it
 * @param note the new note; empty to keep it
 * @param join the groups to join; those that the person is in already are skipped
 * @param leave the groups to leave; those that the person is not in are skipped
 * @param add the faces to add, in order
 * @param delete the faces to delete; those that the person does not have are skipped
 * @param forget whether to delete the person and all its faces; the rest is then ignored
 */
public record PersonChange(
    Optional<String> name,
    Optional<String> note,
    Set<GroupId> join,
    Set<GroupId> leave,
    List<NewFace> add,
    List<FaceId> delete,
    boolean forget) {

  /** Changes nothing. */
  public static final PersonChange NONE =
      new PersonChange(
          Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), List.of(), false);

  /** Deletes the person and all its faces. */
  public static final PersonChange FORGET =
      new PersonChange(
          Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), List.of(), true);

  /** Returns this change with a new name. */
  public PersonChange withName(String changed) {
    return new PersonChange(Optional.of(changed), note, join, leave, add, delete, forget);
  }

  /** Returns this change with a new note. */
  public PersonChange withNote(String changed) {
    return new PersonChange(name, Optional.of(changed), join, leave, add, delete, forget);
  }

  /** Returns this change with groups to join instead of those set before. */
  public PersonChange joining(Set<GroupId> groups) {
    return new PersonChange(name, note, groups, leave, add, delete, forget);
  }

  /** Returns this change with groups to leave instead of those set before. */
  public PersonChange leaving(Set<GroupId> groups) {
    return new PersonChange(name, note, join, groups, add, delete, forget);
  }

  /** Returns this change with faces to add instead of those set before. */
  public PersonChange adding(List<NewFace> faces) {
    return new PersonChange(name, note, join, leave, faces, delete, forget);
  }

  /** Returns this change with faces to delete instead of those set before. */
  public PersonChange deleting(List<FaceId> faces) {
    return new PersonChange(name, note, join, leave, add, faces, forget);
  }
}
