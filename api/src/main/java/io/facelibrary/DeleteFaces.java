package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to delete faces of one person: see {@link FaceLibrary#deleteFaces}. */
public final class DeleteFaces {
  private final PersonId person;
  private final List<FaceId> faces;

  private DeleteFaces(PersonId person, Collection<? extends FaceId> faces) {
    this.person = Checks.present(person, "person");
    this.faces = Checks.distinct(faces, "faces");
  }

  /**
   * Returns a request to delete these faces.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument is
   *     null
   */
  public static DeleteFaces of(PersonId person, FaceId... faces) {
    return new DeleteFaces(person, Checks.listOf(faces, "faces"));
  }

  /**
   * Returns a request to delete these faces.
   *
   * @throws InvalidRequestException if there is no face, a face appears twice, or an argument or a
   *     face is null
   */
  public static DeleteFaces of(PersonId person, Collection<FaceId> faces) {
    return new DeleteFaces(person, faces);
  }

  /** Returns the person whose faces are deleted, who must be in the library. */
  public PersonId person() {
    return person;
  }

  /** Returns at least one face, each once. A face that the person does not have is not an error. */
  public List<FaceId> faces() {
    return faces;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeleteFaces that
        && person.equals(that.person)
        && faces.equals(that.faces);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, faces);
  }

  @Override
  public String toString() {
    return "DeleteFaces[person=" + person + ", faces=" + faces + "]";
  }
}
