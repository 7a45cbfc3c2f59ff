package io.facelibrary;

import java.util.List;

/**
 * Faces of a person.
 *
 * @param faces those found: all, each once and in no promised order, or those named in the order of
 *     the request
 * @param missing those named that the person does not have, in the order of the request
 */
public record QueryFacesResult(List<Face> faces, List<FaceId> missing) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is or holds null
   */
  public QueryFacesResult {
    faces = Checks.copy(faces, "faces");
    missing = Checks.copy(missing, "missing");
  }

  /** The ids of the faces found, in their order. */
  public List<FaceId> ids() {
    return faces.stream().map(Face::id).toList();
  }
}
