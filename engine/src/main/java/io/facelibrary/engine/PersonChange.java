package io.facelibrary.engine;

import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of one person. A store makes all of it or nothing. No group is both joined and left, and
 * no face both added and deleted.
 */
public final class PersonChange {
  private static final Rest NO_REST =
      new Rest(Optional.empty(), Optional.empty(), Set.of(), Set.of(), false);

  /** Changes nothing. */
  public static final PersonChange NONE = new PersonChange(List.of(), List.of(), NO_REST);

  /** Deletes the person and all its faces. */
  public static final PersonChange FORGET =
      new PersonChange(
          List.of(),
          List.of(),
          new Rest(Optional.empty(), Optional.empty(), Set.of(), Set.of(), true));

  // Faces are changed far more often than the rest, which is therefore an object of its own.
  private final List<NewFace> add;
  private final List<FaceId> delete;
  private final Rest rest;

  private record Rest(
      Optional<String> name,
      Optional<String> note,
      Set<GroupId> join,
      Set<GroupId> leave,
      boolean forget) {}

  private PersonChange(List<NewFace> add, List<FaceId> delete, Rest rest) {
    this.add = add;
    this.delete = delete;
    this.rest = rest;
  }

  /** The new name; empty to keep it. */
  public Optional<String> name() {
    return rest.name;
  }

  /** The new note; empty to keep it. */
  public Optional<String> note() {
    return rest.note;
  }

  /** The groups to join; those that the person is in already are skipped. */
  public Set<GroupId> join() {
    return rest.join;
  }

  /** The groups to leave; those that the person is not in are skipped. */
  public Set<GroupId> leave() {
    return rest.leave;
  }

  /** The faces to add, in order. */
  public List<NewFace> add() {
    return add;
  }

  /** The faces to delete; those that the person does not have are skipped. */
  public List<FaceId> delete() {
    return delete;
  }

  /** Whether to delete the person and all its faces. The rest of the change is then ignored. */
  public boolean forget() {
    return rest.forget;
  }

  /** Returns this change with a new name. */
  public PersonChange withName(String changed) {
    return with(new Rest(Optional.of(changed), rest.note, rest.join, rest.leave, rest.forget));
  }

  /** Returns this change with a new note. */
  public PersonChange withNote(String changed) {
    return with(new Rest(rest.name, Optional.of(changed), rest.join, rest.leave, rest.forget));
  }

  /** Returns this change with groups to join instead of those set before. */
  public PersonChange joining(Set<GroupId> groups) {
    return with(new Rest(rest.name, rest.note, groups, rest.leave, rest.forget));
  }

  /** Returns this change with groups to leave instead of those set before. */
  public PersonChange leaving(Set<GroupId> groups) {
    return with(new Rest(rest.name, rest.note, rest.join, groups, rest.forget));
  }

  private PersonChange with(Rest changed) {
    return new PersonChange(add, delete, changed);
  }

  /** Returns this change with faces to add instead of those set before. */
  public PersonChange adding(List<NewFace> faces) {
    return new PersonChange(faces, delete, rest);
  }

  /** Returns this change with faces to delete instead of those set before. */
  public PersonChange deleting(List<FaceId> faces) {
    return new PersonChange(add, faces, rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonChange change
        && add.equals(change.add)
        && delete.equals(change.delete)
        && rest.equals(change.rest);
  }

  @Override
  public int hashCode() {
    return (31 * add.hashCode() + delete.hashCode()) * 31 + rest.hashCode();
  }
}
