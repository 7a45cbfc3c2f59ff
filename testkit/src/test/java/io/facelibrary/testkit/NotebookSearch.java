package io.facelibrary.testkit;

import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.KnownFace;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches a notebook. Equal images show the same face, and all others are somewhat similar. */
final class NotebookSearch {
  /** An image of three faces, of which a limit may leave fewer. */
  static final FaceImage THREE_FACES = TestImages.of(3);

  private static final Similarity OTHER = Similarity.of(0.25);

  private final Notebook notebook;
  private final Capabilities capabilities;

  NotebookSearch(Notebook notebook, Capabilities capabilities) {
    this.notebook = notebook;
    this.capabilities = capabilities;
  }

  SearchResult search(Search request) {
    FaceImage image = imageOf(request.probe());
    List<Candidate> candidates = new ArrayList<>();
    long compared = 0;
    for (Map.Entry<PersonId, Notebook.Entry> person : notebook.persons.entrySet()) {
      if (isSearched(person.getKey(), person.getValue(), request)) {
        best(person.getKey(), person.getValue(), image).ifPresent(candidates::add);
        compared += person.getValue().faces.size();
      }
    }
    Similarity least = least(request, compared);
    candidates.removeIf(it -> !it.similarity().isAtLeast(least));
    candidates.sort((a, b) -> b.similarity().compareTo(a.similarity()));
    List<Candidate> top = candidates.subList(0, Math.min(request.topK(), candidates.size()));
    SearchedFace face = SearchedFace.of(top).withCompared(compared);
    return SearchResult.of(Collections.nCopies(faces(image), face)).withModel("same-image");
  }

  private int faces(FaceImage image) {
    int most = capabilities.limits().facesPerSearch().orElse(Integer.MAX_VALUE);
    return image.equals(THREE_FACES) ? Math.min(3, most) : 1;
  }

  private FaceImage imageOf(Probe probe) {
    if (probe instanceof KnownFace known) {
      Optional<FaceImage> image =
          Optional.ofNullable(notebook.persons.get(known.person()))
              .map(entry -> entry.faces.get(known.face()));
      return image.orElseThrow(
          () -> FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "there is no such face"));
    }
    return (FaceImage) probe;
  }

  private static boolean isSearched(PersonId person, Notebook.Entry entry, Search request) {
    return !Collections.disjoint(request.groups(), entry.groups)
        && (request.persons().isEmpty() || request.persons().contains(person));
  }

  private Similarity least(Search request, long compared) {
    Similarity own =
        capabilities.offers(Capability.OWN_THRESHOLD) ? Similarity.of(0.9) : Similarity.NONE;
    return capabilities
        .scale()
        .map(scale -> request.leastSimilarity(scale, compared))
        .or(request::minSimilarity)
        .orElse(own);
  }

  private static Optional<Candidate> best(PersonId person, Notebook.Entry entry, FaceImage image) {
    return entry.faces.entrySet().stream()
        .map(
            face ->
                Candidate.of(person, face.getValue().equals(image) ? Similarity.SAME : OTHER)
                    .withFace(face.getKey()))
        .max((a, b) -> a.similarity().compareTo(b.similarity()));
  }
}
