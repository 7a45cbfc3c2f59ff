package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to add images of one person: see {@link FaceLibrary#addFaces}. */
public final class AddFaces {
  private final PersonId person;
  private final List<FaceImage> images;

  private AddFaces(PersonId person, Collection<? extends FaceImage> images) {
    this.person = Checks.present(person, "person");
    this.images = Checks.nonEmpty(images, "images");
  }

  /**
   * Returns a request to add these images.
   *
   * @throws InvalidRequestException if there is no image, or an argument is null
   */
  public static AddFaces of(PersonId person, FaceImage... images) {
    return new AddFaces(person, Checks.listOf(images, "images"));
  }

  /**
   * Returns a request to add these images.
   *
   * @throws InvalidRequestException if there is no image, or an argument or an image is null
   */
  public static AddFaces of(PersonId person, Collection<? extends FaceImage> images) {
    return new AddFaces(person, images);
  }

  /** Returns the person in the images, who must be in the library. */
  public PersonId person() {
    return person;
  }

  /**
   * Returns at least one image, each showing one face. The same image may appear twice and then
   * becomes two faces.
   */
  public List<FaceImage> images() {
    return images;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddFaces that
        && person.equals(that.person)
        && images.equals(that.images);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, images);
  }

  @Override
  public String toString() {
    return "AddFaces[person=" + person + ", images=" + images + "]";
  }
}
