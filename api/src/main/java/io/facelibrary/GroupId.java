package io.facelibrary;

/**
 * The id of a group of persons. A search covers groups, so every person is added to at least one.
 * Programs that need no groups use {@link #DEFAULT}.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, not blank, without control characters or
 *     unpaired surrogates. Providers may allow less: see {@link Limits#idLength()} and {@link
 *     Limits#idPattern()}.
 */
public record GroupId(String value) {

  /** The maximum length that any provider accepts, in {@code char}s. */
  public static final int MAX_LENGTH = Checks.ID_LENGTH;

  /** The group for programs that need no groups: {@code default}. */
  public static final GroupId DEFAULT = new GroupId("default");

  /**
   * Checks the value.
   *
   * @throws InvalidRequestException if the value breaks a rule above
   */
  public GroupId {
    Checks.id(value, "groupId");
  }

  /**
   * Returns the id with this value.
   *
   * @throws InvalidRequestException if the value is not a valid id
   */
  public static GroupId of(String value) {
    return new GroupId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
