package io.facelibrary;

/**
 * A face that is in the library, as the input of a {@link Search}. It needs {@link
 * Capability#SEARCH_BY_FACE}. The person of the face is among the persons searched.
 *
 * @param person the person who has the face
 * @param face the face
 */
public record KnownFace(PersonId person, FaceId face) implements Probe {
  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public KnownFace {
    Checks.present(person, "person");
    Checks.present(face, "face");
  }
}
