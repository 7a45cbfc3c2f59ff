package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * A request for faces of one person: see {@link FaceLibrary#queryFaces}.
 *
 * @param person the person whose faces are queried; must be in the library
 * @param faces at least one face, each once; {@link Optional#empty()} for all faces. An empty list
 *     is refused, so that a list which happens to be empty never returns all faces.
 */
public record QueryFaces(PersonId person, Optional<List<FaceId>> faces) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public QueryFaces {
    Checks.present(person, "person");
    faces = Checks.present(faces, "faces").map(named -> Checks.distinct(named, "faces"));
  }

  /** Returns a request for all faces of a person. */
  public static QueryFaces allOf(PersonId person) {
    return new QueryFaces(person, Optional.empty());
  }

  /**
   * Returns a request for some faces of a person.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument is
   *     null
   */
  public static QueryFaces of(PersonId person, FaceId... faces) {
    return new QueryFaces(person, Optional.of(Checks.listOf(faces, "faces")));
  }

  /**
   * Returns a request for some faces of a person.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument is
   *     null
   */
  public static QueryFaces of(PersonId person, List<FaceId> faces) {
    return new QueryFaces(person, Optional.of(Checks.present(faces, "faces")));
  }
}
