package io.facelibrary;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person in a library. */
public final class Person {

  /** The maximum length of a name, in {@code char}s. */
  public static final int MAX_NAME_LENGTH = 1_000;

  /** The maximum length of a note, in {@code char}s. */
  public static final int MAX_NOTE_LENGTH = 10_000;

  private final PersonId id;
  private final String name;
  private final String note;
  private final Set<GroupId> groups;

  private Person(PersonId id, String name, String note, Set<GroupId> groups) {
    this.id = id;
    this.name = name;
    this.note = note;
    this.groups = groups;
  }

  /**
   * Returns a person with an empty name and an empty note.
   *
   * @param groups the groups that the person is in; may be empty
   * @throws InvalidRequestException if an argument or a group is null
   */
  public static Person of(PersonId id, Collection<GroupId> groups) {
    return new Person(Checks.present(id, "id"), "", "", Checks.set(groups, "groups"));
  }

  /**
   * Returns this person with a name.
   *
   * @param name any text of at most {@value #MAX_NAME_LENGTH} characters
   * @throws InvalidRequestException if the name is too long or not well-formed
   */
  public Person withName(String name) {
    return new Person(id, Checks.wellFormed(name, "name", MAX_NAME_LENGTH), note, groups);
  }

  /**
   * Returns this person with a note.
   *
   * @param note any text of at most {@value #MAX_NOTE_LENGTH} characters
   * @throws InvalidRequestException if the note is too long or not well-formed
   */
  public Person withNote(String note) {
    return new Person(id, name, Checks.wellFormed(note, "note", MAX_NOTE_LENGTH), groups);
  }

  /** Returns the id that the caller chose. */
  public PersonId id() {
    return id;
  }

  /** Returns the name; empty if none was given. */
  public String name() {
    return name;
  }

  /** Returns the note; empty if none was given. */
  public String note() {
    return note;
  }

  /** Returns the groups that the person is in; may be empty. */
  public Set<GroupId> groups() {
    return groups;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Person that
        && id.equals(that.id)
        && name.equals(that.name)
        && note.equals(that.note)
        && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, note, groups);
  }

  @Override
  public String toString() {
    return "Person[id=" + id + ", name=" + name + ", note=" + note + ", groups=" + groups + "]";
  }
}
