package io.facelibrary.engine;

import io.facelibrary.Candidate;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import java.util.List;

/**
 * A store that can compare images without an encoder. A library over any other store needs an
 * encoder to search.
 */
public interface ImageSearch {

  /**
   * Finds the persons with an image most similar to the query image. Called only in a library
   * without a model.
   *
   * @param groups the groups of the request that may be searched
   * @return at most as many as the request asks for, best first; equally similar ones by id
   */
  List<Candidate> mostSimilar(Search request, List<GroupId> groups);
}
