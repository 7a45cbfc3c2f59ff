package io.facelibrary;

import java.util.Optional;

/**
 * A request to change a person's name or note: see {@link FaceLibrary#updatePerson}.
 *
 * @param person the person to change; must be in the library
 * @param name the new name, any text of at most {@value Person#MAX_NAME_LENGTH} characters; {@link
 *     Optional#empty()} keeps the present one, and an empty text clears it
 * @param note the new note, any text of at most {@value Person#MAX_NOTE_LENGTH} characters; {@link
 *     Optional#empty()} keeps the present one, and an empty text clears it
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

  /** Returns a request that changes nothing yet. */
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
