package io.facelibrary;

/**
 * A person who may be in a picture.
 *
 * @param person who
 * @param face the face of that person which is most similar
 * @param similarity how similar
 */
public record Candidate(PersonId person, FaceId face, Similarity similarity) {

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
