package io.facelibrary;

/**
 * Names a face of a person. The library issues it when the face is added and never uses it again.
 *
 * <p>Always text: Alibaba Cloud's ids are numbers above 2<sup>53</sup>, sent as a number in one
 * answer and as a string in the next, and lose digits in any program that reads them as a double.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters, not blank, without control characters or
 *     unpaired surrogates
 */
public record FaceId(String value) {

  /** The most characters ({@code char}s) that an id has. */
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
   * @throws InvalidRequestException if the value is no id
   */
  public static FaceId of(String value) {
    return new FaceId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
