package io.facelibrary;

/**
 * The id of a person in a library. The caller chooses it, and no provider changes it.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, not blank, without control characters or
 *     unpaired surrogates. Providers may allow less: see {@link Limits#idLength()} and {@link
 *     Limits#idPattern()}.
 */
public record PersonId(String value) {

  /** The maximum length that any provider accepts, in {@code char}s. */
  public static final int MAX_LENGTH = Checks.ID_LENGTH;

  /**
   * Checks the value.
   *
   * @throws InvalidRequestException if the value breaks a rule above
   */
  public PersonId {
    Checks.id(value, "personId");
  }

  /**
   * Returns the id with this value.
   *
   * @throws InvalidRequestException if the value is not a valid id
   */
  public static PersonId of(String value) {
    return new PersonId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
