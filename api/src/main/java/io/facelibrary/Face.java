package io.facelibrary;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A face of a person. */
public final class Face {
  private final FaceId id;
  private final Optional<URI> source;

  private Face(FaceId id, Optional<URI> source) {
    this.id = Checks.present(id, "id");
    this.source = source;
  }

  /** Returns a face without a source. */
  public static Face of(FaceId id) {
    return new Face(id, Optional.empty());
  }

  /** Returns this face with the URL that it was added from. */
  public Face withSource(URI source) {
    return new Face(id, Optional.of(Checks.present(source, "source")));
  }

  /** Returns the id that the library issued. */
  public FaceId id() {
    return id;
  }

  /**
   * Returns the URL that the face was added from. Empty if it was added from bytes, or if the
   * library does not offer {@link Capability#FACE_IMAGE_URL}.
   */
  public Optional<URI> source() {
    return source;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Face that && id.equals(that.id) && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, source);
  }

  /** Returns the id without the URL, because a URL may contain a signature. */
  @Override
  public String toString() {
    return "Face[" + id + "]";
  }
}
