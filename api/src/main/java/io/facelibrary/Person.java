package io.facelibrary;

import java.util.Set;

/**
 * A person as the library holds it.
 *
 * @param id the name chosen by the caller
 * @param name any text, at most {@value AddPerson#NAME_LENGTH} characters; empty if none was given
 * @param note any text, at most {@value AddPerson#NOTE_LENGTH} characters; empty if none was given
 * @param groups the groups that the person is in; may be empty
 */
public record Person(PersonId id, String name, String note, Set<GroupId> groups) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public Person {
    Checks.present(id, "id");
    Checks.wellFormed(name, "name", AddPerson.NAME_LENGTH);
    Checks.wellFormed(note, "note", AddPerson.NOTE_LENGTH);
    groups = Checks.set(groups, "groups");
  }
}
