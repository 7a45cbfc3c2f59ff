package io.facelibrary;

import java.net.URI;
import java.util.Optional;

/**
 * A face of a person.
 *
 * @param id issued by the library
 * @param source the address that the picture was added from, where the library tells ({@link
 *     Capability#FACE_IMAGE_URL}) and it was added by address
 */
public record Face(FaceId id, Optional<URI> source) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public Face {
    Checks.present(id, "id");
    Checks.present(source, "source");
  }

  /** Returns a face of which no source is known. */
  public static Face of(FaceId id) {
    return new Face(id, Optional.empty());
  }

  /** Shows the id only: an address may hold a signature. */
  @Override
  public String toString() {
    return "Face[" + id + "]";
  }
}
