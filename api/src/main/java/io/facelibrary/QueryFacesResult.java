package io.facelibrary;

import java.util.List;

/**
 * The faces of a person that a {@link QueryFaces} request found.
 *
 * @param faces the faces found. For a request for all faces: each face once, in no particular
 *     order. Otherwise: the requested faces, in the order of the request.
 * @param missing the requested faces that the person does not have, in the order of the request
 */
public record QueryFacesResult(List<Face> faces, List<FaceId> missing) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field or an element is null
   */
  public QueryFacesResult {
    faces = Checks.copy(faces, "faces");
    missing = Checks.copy(missing, "missing");
  }

  /** Returns the ids of the faces found, in the same order. */
  public List<FaceId> ids() {
    return faces.stream().map(Face::id).toList();
  }
}
