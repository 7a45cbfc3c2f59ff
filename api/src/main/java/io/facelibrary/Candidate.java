package io.facelibrary;

import java.util.Comparator;

/**
 * A person that a search found for a face.
 *
 * @param person the person's id
 * @param face the face of this person that is most similar to the searched one
 * @param similarity the similarity of that face
 */
public record Candidate(PersonId person, FaceId face, Similarity similarity) {

  /**
   * Orders candidates by descending similarity, then by ascending person id. Every library returns
   * candidates in descending similarity.
   */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.person().value());

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public Candidate {
    Checks.present(person, "person");
    Checks.present(face, "face");
    Checks.present(similarity, "similarity");
  }
}
