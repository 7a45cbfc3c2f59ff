package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to change a person's name or note: see {@link FaceLibrary#updatePerson}. */
public final class UpdatePerson {
  private final PersonId person;
  private final Optional<String> name;
  private final Optional<String> note;

  private UpdatePerson(PersonId person, Optional<String> name, Optional<String> note) {
    this.person = person;
    this.name = name;
    this.note = note;
  }

  /** Returns a request that changes nothing yet. */
  public static UpdatePerson of(PersonId person) {
    return new UpdatePerson(Checks.present(person, "person"), Optional.empty(), Optional.empty());
  }

  /**
   * Returns this request with a new name.
   *
   * @param name any text of at most {@value Person#MAX_NAME_LENGTH} characters; an empty text
   *     clears the name
   * @throws InvalidRequestException if the name is too long or not well-formed
   */
  public UpdatePerson withName(String name) {
    return new UpdatePerson(
        person, Optional.of(Checks.wellFormed(name, "name", Person.MAX_NAME_LENGTH)), note);
  }

  /**
   * Returns this request with a new note.
   *
   * @param note any text of at most {@value Person#MAX_NOTE_LENGTH} characters; an empty text
   *     clears the note
   * @throws InvalidRequestException if the note is too long or not well-formed
   */
  public UpdatePerson withNote(String note) {
    return new UpdatePerson(
        person, name, Optional.of(Checks.wellFormed(note, "note", Person.MAX_NOTE_LENGTH)));
  }

  /** Returns the person to change, who must be in the library. */
  public PersonId person() {
    return person;
  }

  /** Returns the new name; empty to keep the present one. An empty text clears it. */
  public Optional<String> name() {
    return name;
  }

  /** Returns the new note; empty to keep the present one. An empty text clears it. */
  public Optional<String> note() {
    return note;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UpdatePerson that
        && person.equals(that.person)
        && name.equals(that.name)
        && note.equals(that.note);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, name, note);
  }

  @Override
  public String toString() {
    return "UpdatePerson[person=" + person + ", name=" + name + ", note=" + note + "]";
  }
}
