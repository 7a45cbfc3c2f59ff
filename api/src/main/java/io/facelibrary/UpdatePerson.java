package io.facelibrary;

import java.util.Optional;

/**
 * Asks to change what is known of a person. A field that is not named keeps its value.
 *
 * @param person must be in the library
 * @param name any text, at most {@value Person#MAX_NAME_LENGTH} characters; an empty text clears it
 * @param note any text, at most {@value Person#MAX_NOTE_LENGTH} characters; an empty text clears it
 */
public record UpdatePerson(PersonId person, Optional<String> name, Optional<String> note) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public UpdatePerson {
    Checks.present(person, "person");
    Checks.present(name, "name")
        .ifPresent(text -> Checks.wellFormed(text, "name", Person.MAX_NAME_LENGTH));
    Checks.present(note, "note")
        .ifPresent(text -> Checks.wellFormed(text, "note", Person.MAX_NOTE_LENGTH));
  }

  /** Names a person and yet no field; add those to change. */
  public static UpdatePerson of(PersonId person) {
    return new UpdatePerson(person, Optional.empty(), Optional.empty());
  }

  /** Returns this request with a new name. */
  public UpdatePerson withName(String name) {
    return new UpdatePerson(person, Optional.of(Checks.present(name, "name")), note);
  }

  /** Returns this request with a new note. */
  public UpdatePerson withNote(String note) {
    return new UpdatePerson(person, name, Optional.of(Checks.present(note, "note")));
  }
}
