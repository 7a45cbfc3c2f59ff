package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for faces of one person: see {@link FaceLibrary#queryFaces}. */
public final class QueryFaces {
  private final PersonId person;
  private final Optional<List<FaceId>> faces;

  private QueryFaces(PersonId person, Optional<? extends Collection<FaceId>> faces) {
    this.person = Checks.present(person, "person");
    this.faces = faces.map(named -> Checks.distinct(named, "faces"));
  }

  /** Returns a request for all faces of a person. */
  public static QueryFaces allOf(PersonId person) {
    return new QueryFaces(person, Optional.empty());
  }

  /**
   * Returns a request for some faces of a person.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument is
   *     null
   */
  public static QueryFaces of(PersonId person, FaceId... faces) {
    return new QueryFaces(person, Optional.of(Checks.listOf(faces, "faces")));
  }

  /**
   * Returns a request for some faces of a person. An empty collection is refused, so that one which
   * happens to be empty never returns all faces.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument or a
   *     face is null
   */
  public static QueryFaces of(PersonId person, Collection<FaceId> faces) {
    return new QueryFaces(person, Optional.of(Checks.present(faces, "faces")));
  }

  /** Returns the person whose faces are queried, who must be in the library. */
  public PersonId person() {
    return person;
  }

  /** Returns at least one face, each once; empty for all faces. */
  public Optional<List<FaceId>> faces() {
    return faces;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QueryFaces that
        && person.equals(that.person)
        && faces.equals(that.faces);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, faces);
  }

  @Override
  public String toString() {
    return "QueryFaces[person=" + person + ", faces=" + faces + "]";
  }
}
