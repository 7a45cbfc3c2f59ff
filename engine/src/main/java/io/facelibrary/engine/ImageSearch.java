package io.facelibrary.engine;

import io.facelibrary.Candidate;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import java.util.List;
import java.util.Optional;

/**
 * A store that can compare images without an encoder. A library over any other store needs an
 * encoder to search.
 */
public interface ImageSearch {

  /**
   * Finds the persons with an image most similar to the query image, or to the image of the query's
   * {@link io.facelibrary.KnownFace}. Called only in a library without a model.
   *
   * @param request its persons restrict the search, and its minimum similarity is set
   * @param groups the groups of the request that may be searched
   * @return at most as many as the request asks for, best first; equally similar ones by id. Empty
   *     if the face of the request is not in the library
   */
  Optional<List<Candidate>> mostSimilar(Search request, List<GroupId> groups);
}
