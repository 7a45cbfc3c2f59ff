package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * Asks for faces of one person.
 *
 * @param person whose faces these are; must be in the library
 * @param faces which; at least one, none twice. Empty asks for all of them, so that a list that
 *     happens to be empty never does.
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

  /** Asks for all faces of a person. */
  public static QueryFaces allOf(PersonId person) {
    return new QueryFaces(person, Optional.empty());
  }

  /** Asks for some faces of a person. */
  public static QueryFaces of(PersonId person, FaceId... faces) {
    return new QueryFaces(person, Optional.of(Checks.listOf(faces, "faces")));
  }

  /** Asks for some faces of a person. */
  public static QueryFaces of(PersonId person, List<FaceId> faces) {
    return new QueryFaces(person, Optional.of(Checks.present(faces, "faces")));
  }
}
