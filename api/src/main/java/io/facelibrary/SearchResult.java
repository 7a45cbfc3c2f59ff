package io.facelibrary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Search}.
 *
 * <p>A program that wants to know whether a person was found asks {@link #best}, and not whether
 * there are {@link #faces}.
 */
public final class SearchResult {
  private final List<SearchedFace> faces;
  private final Optional<String> model;

  private SearchResult(List<SearchedFace> faces, Optional<String> model) {
    this.faces = faces;
    this.model = model;
  }

  /**
   * Returns a result without the name of a model.
   *
   * @throws InvalidRequestException if the list or an element is null
   */
  public static SearchResult of(List<SearchedFace> faces) {
    return new SearchResult(Checks.copy(faces, "faces"), Optional.empty());
  }

  /** Returns this result with other faces. */
  public SearchResult withFaces(List<SearchedFace> faces) {
    return new SearchResult(Checks.copy(faces, "faces"), model);
  }

  /** Returns this result with the name of the model that compared the faces. */
  public SearchResult withModel(String model) {
    return new SearchResult(faces, Optional.of(Checks.present(model, "model")));
  }

  /**
   * Returns the faces found in the image, even those without a candidate. A library without a model
   * reports the whole image as one face.
   */
  public List<SearchedFace> faces() {
    return faces;
  }

  /**
   * Returns the name of the model that compared the faces; empty if the provider does not report
   * it.
   */
  public Optional<String> model() {
    return model;
  }

  /**
   * Returns the person most similar to any face in the image, among the candidates that the search
   * asked for. Empty if nobody was found.
   *
   * <p>The candidate is a match, unless the search asked for {@link Search#alsoPossible} or set its
   * own minimum.
   */
  public Optional<Candidate> best() {
    return faces.stream()
        .flatMap(face -> face.candidates().stream())
        .max(Comparator.comparing(Candidate::similarity));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchResult that
        && faces.equals(that.faces)
        && model.equals(that.model);
  }

  @Override
  public int hashCode() {
    return 31 * faces.hashCode() + model.hashCode();
  }

  @Override
  public String toString() {
    return "SearchResult[faces=" + faces + ", model=" + model + "]";
  }
}
