package io.facelibrary;

import java.util.List;

/**
 * A request to delete faces of one person: see {@link FaceLibrary#deleteFaces}.
 *
 * @param person the person whose faces are deleted; must be in the library
 * @param faces at least one face, each once. A face that the person does not have is not an error.
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

  /**
   * Returns a request to delete these faces.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument is
   *     null
   */
  public static DeleteFaces of(PersonId person, FaceId... faces) {
    return new DeleteFaces(person, Checks.listOf(faces, "faces"));
  }
}
