package io.facelibrary;

import java.util.List;

/**
 * A request to add images of one person: see {@link FaceLibrary#addFaces}.
 *
 * @param person the person in the images; must be in the library
 * @param images at least one image, each showing one face. The same image may appear twice and then
 *     becomes two faces.
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

  /**
   * Returns a request to add these images.
   *
   * @throws InvalidRequestException if there is no image, or an argument is null
   */
  public static AddFaces of(PersonId person, FaceImage... images) {
    return new AddFaces(person, Checks.listOf(images, "images"));
  }
}
