package io.facelibrary;

import java.util.List;

/**
 * Asks to add pictures of one person.
 *
 * @param person whose faces these are; must be in the library
 * @param images at least one, each of one face; the same picture may appear twice and is then two
 *     faces
 */
public record AddFaces(PersonId person, List<FaceImage> images) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public AddFaces {
    Checks.present(person, "person");
    images = Checks.nonEmpty(images, "images");
  }

  /** Asks to add these pictures. */
  public static AddFaces of(PersonId person, FaceImage... images) {
    return new AddFaces(person, Checks.listOf(images, "images"));
  }
}
