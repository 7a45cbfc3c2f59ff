package io.facelibrary;

import java.util.List;

/**
 * Asks to delete faces of one person.
 *
 * @param person whose faces these are; must be in the library
 * @param faces at least one, none twice; faces that the person does not have are no error
 */
public record DeleteFaces(PersonId person, List<FaceId> faces) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public DeleteFaces {
    Checks.present(person, "person");
    faces = Checks.distinct(faces, "faces");
  }

  /** Asks to delete these faces. */
  public static DeleteFaces of(PersonId person, FaceId... faces) {
    return new DeleteFaces(person, Checks.listOf(faces, "faces"));
  }
}
