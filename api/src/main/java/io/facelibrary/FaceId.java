package io.facelibrary;

/**
 * The id of a face. The library issues it when the face is added and never reuses it.
 *
 * <p>An id is always text. Alibaba Cloud's ids are numbers above 2<sup>53</sup>, sent as a number
 * in one response and as a string in the next. A program that reads them as a {@code double} loses
 * digits.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, not blank, without control characters or
 *     unpaired surrogates
 */
public record FaceId(String value) {

  /** The maximum length of an id, in {@code char}s. */
  public static final int MAX_LENGTH = Checks.ID_LENGTH;

  /**
   * Checks the value.
   *
   * @throws InvalidRequestException if the value breaks a rule above
   */
  public FaceId {
    Checks.id(value, "faceId");
  }

  /**
   * Returns the id with this value.
   *
   * @throws InvalidRequestException if the value is not a valid id
   */
  public static FaceId of(String value) {
    return new FaceId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
