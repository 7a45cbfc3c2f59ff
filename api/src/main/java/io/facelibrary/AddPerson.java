package io.facelibrary;

import java.util.Set;

/**
 * A request to add a person without faces: see {@link FaceLibrary#addPerson}.
 *
 * @param person the new person's id; must not be in the library
 * @param groups at least one group; a group that does not exist is created
 * @param name any text of at most {@value Person#MAX_NAME_LENGTH} characters; may be empty
 * @param note any text of at most {@value Person#MAX_NOTE_LENGTH} characters; may be empty
 */
public record AddPerson(PersonId person, Set<GroupId> groups, String name, String note) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public AddPerson {
    Checks.present(person, "person");
    groups = Checks.nonEmptySet(groups, "groups");
    Checks.wellFormed(name, "name", Person.MAX_NAME_LENGTH);
    Checks.wellFormed(note, "note", Person.MAX_NOTE_LENGTH);
  }

  /** Returns a request to add a person to the group {@link GroupId#DEFAULT}. */
  public static AddPerson of(PersonId person) {
    return new AddPerson(person, Set.of(GroupId.DEFAULT), "", "");
  }

  /**
   * Returns a request to add a person to these groups.
   *
   * @throws InvalidRequestException if there is no group, or an argument is null
   */
  public static AddPerson of(PersonId person, GroupId... groups) {
    return new AddPerson(person, Checks.set(Checks.listOf(groups, "groups"), "groups"), "", "");
  }

  /** Returns this request with a name. */
  public AddPerson withName(String name) {
    return new AddPerson(person, groups, name, note);
  }

  /** Returns this request with a note. */
  public AddPerson withNote(String note) {
    return new AddPerson(person, groups, name, note);
  }
}
