package io.facelibrary;

import java.net.URI;
import java.util.Optional;

/**
 * A face of a person.
 *
 * @param id the id that the library issued
 * @param source the URL that the face was added from; empty if it was added from bytes, or if the
 *     library does not offer {@link Capability#FACE_IMAGE_URL}
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

  /** Returns a face without a source. */
  public static Face of(FaceId id) {
    return new Face(id, Optional.empty());
  }

  /** Returns the id without the URL, because a URL may contain a signature. */
  @Override
  public String toString() {
    return "Face[" + id + "]";
  }
}
