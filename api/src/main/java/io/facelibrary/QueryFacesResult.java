package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The faces of a person that a {@link QueryFaces} request found. */
public final class QueryFacesResult {
  private final List<Face> faces;
  private final List<FaceId> missing;

  private QueryFacesResult(Collection<? extends Face> faces, Collection<? extends FaceId> missing) {
    this.faces = Checks.copy(faces, "faces");
    this.missing = Checks.copy(missing, "missing");
  }

  /**
   * Returns a result.
   *
   * @param faces the faces found, in the order of the request
   * @param missing the requested faces that the person does not have, in the order of the request
   * @throws InvalidRequestException if an argument or an element is null
   */
  public static QueryFacesResult of(List<Face> faces, List<FaceId> missing) {
    return new QueryFacesResult(faces, missing);
  }

  /** Returns the ids of the faces found, in the same order. */
  public List<FaceId> ids() {
    return faces.stream().map(Face::id).toList();
  }

  /**
   * Returns the faces found. For a request for all faces: each face once, in no particular order.
   * Otherwise: the requested faces, in the order of the request.
   */
  public List<Face> faces() {
    return faces;
  }

  /** Returns the requested faces that the person does not have, in the order of the request. */
  public List<FaceId> missing() {
    return missing;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QueryFacesResult that
        && faces.equals(that.faces)
        && missing.equals(that.missing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(faces, missing);
  }

  @Override
  public String toString() {
    return "QueryFacesResult[faces=" + faces + ", missing=" + missing + "]";
  }
}
