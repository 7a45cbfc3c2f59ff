package io.facelibrary.engine;

import io.facelibrary.FaceId;
import java.util.List;
import java.util.Set;

/**
 * The parts of a person that a rule reads. A store can therefore fetch them in one query, and leave
 * out the rest.
 */
public final class Reads {
  /** Reads nothing but that the person is in the library. */
  public static final Reads NOTHING = new Reads(Set.of(), List.of(), false);

  private final Set<Part> parts;
  private final List<FaceId> named;
  private final boolean adding;

  private Reads(Set<Part> parts, List<FaceId> named, boolean adding) {
    this.parts = parts;
    this.named = named;
    this.adding = adding;
  }

  /** Reads these parts, of all faces. */
  public static Reads of(Part... parts) {
    return new Reads(Set.of(parts), List.of(), false);
  }

  /**
   * Returns the same parts, of these faces only.
   *
   * @param faces at least one face; the person need not have it
   */
  public Reads ofFaces(List<FaceId> faces) {
    return new Reads(parts, faces, adding);
  }

  /**
   * Declares that the rule may add faces. A store that keeps images outside its database runs such
   * a rule once more beforehand, to write the images before the change is stored.
   */
  public Reads adding() {
    return new Reads(parts, named, true);
  }

  /** Whether the rule reads a part. */
  public boolean includes(Part part) {
    return parts.contains(part);
  }

  /** The faces that the rule asks for by id; an empty list if it reads all faces. */
  public List<FaceId> named() {
    return named;
  }

  /** Whether the rule may add faces. */
  public boolean isAdding() {
    return adding;
  }
}
