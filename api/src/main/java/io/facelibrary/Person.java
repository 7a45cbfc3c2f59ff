package io.facelibrary;

import java.util.Set;

/**
 * A person in a library.
 *
 * @param id the id that the caller chose
 * @param name any text of at most {@value #MAX_NAME_LENGTH} characters; empty if none was given
 * @param note any text of at most {@value #MAX_NOTE_LENGTH} characters; empty if none was given
 * @param groups the groups that the person is in; may be empty
 */
public record Person(PersonId id, String name, String note, Set<GroupId> groups) {

  /** The maximum length of a name, in {@code char}s. */
  public static final int MAX_NAME_LENGTH = 1_000;

  /** The maximum length of a note, in {@code char}s. */
  public static final int MAX_NOTE_LENGTH = 10_000;

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public Person {
    Checks.present(id, "id");
    Checks.wellFormed(name, "name", MAX_NAME_LENGTH);
    Checks.wellFormed(note, "note", MAX_NOTE_LENGTH);
    groups = Checks.set(groups, "groups");
  }
}
