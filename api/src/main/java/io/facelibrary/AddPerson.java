package io.facelibrary;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request to add a person without faces: see {@link FaceLibrary#addPerson}. */
public final class AddPerson {
  private final PersonId person;
  private final Set<GroupId> groups;
  private final String name;
  private final String note;

  private AddPerson(PersonId person, Set<GroupId> groups, String name, String note) {
    this.person = person;
    this.groups = groups;
    this.name = name;
    this.note = note;
  }

  /** Returns a request to add a person to the group {@link GroupId#DEFAULT}. */
  public static AddPerson of(PersonId person) {
    return of(person, GroupId.DEFAULT);
  }

  /**
   * Returns a request to add a person to these groups.
   *
   * @throws InvalidRequestException if there is no group, or an argument is null
   */
  public static AddPerson of(PersonId person, GroupId... groups) {
    return of(person, Checks.listOf(groups, "groups"));
  }

  /**
   * Returns a request to add a person to these groups. A group that appears twice counts once.
   *
   * @throws InvalidRequestException if there is no group, or an argument or a group is null
   */
  public static AddPerson of(PersonId person, Collection<GroupId> groups) {
    return new AddPerson(
        Checks.present(person, "person"), Checks.nonEmptySet(groups, "groups"), "", "");
  }

  /**
   * Returns this request with a name.
   *
   * @param name any text of at most {@value Person#MAX_NAME_LENGTH} characters
   * @throws InvalidRequestException if the name is too long or not well-formed
   */
  public AddPerson withName(String name) {
    return new AddPerson(
        person, groups, Checks.wellFormed(name, "name", Person.MAX_NAME_LENGTH), note);
  }

  /**
   * Returns this request with a note.
   *
   * @param note any text of at most {@value Person#MAX_NOTE_LENGTH} characters
   * @throws InvalidRequestException if the note is too long or not well-formed
   */
  public AddPerson withNote(String note) {
    return new AddPerson(
        person, groups, name, Checks.wellFormed(note, "note", Person.MAX_NOTE_LENGTH));
  }

  /** Returns the id of the new person, which must not be in the library. */
  public PersonId person() {
    return person;
  }

  /** Returns at least one group. A group that does not exist is created. */
  public Set<GroupId> groups() {
    return groups;
  }

  /** Returns the name; may be empty. */
  public String name() {
    return name;
  }

  /** Returns the note; may be empty. */
  public String note() {
    return note;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddPerson that
        && person.equals(that.person)
        && groups.equals(that.groups)
        && name.equals(that.name)
        && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, groups, name, note);
  }

  @Override
  public String toString() {
    return "AddPerson[person="
        + person
        + ", groups="
        + groups
        + ", name="
        + name
        + ", note="
        + note
        + "]";
  }
}
