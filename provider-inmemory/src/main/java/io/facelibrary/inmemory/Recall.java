package io.facelibrary.inmemory;

import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import java.util.Collection;
import java.util.List;

/**
 * What a library knows faces again by: their pictures, or embeddings. The rules tell it of each
 * face and membership while they are alone with the person.
 */
interface Recall extends AutoCloseable {

  /** Starts to look at pictures that are to be added. */
  Learning learning(List<FaceImage> images);

  /** Drops what is known of a face, by what {@link Learning#keep} returned for it. */
  void forget(PersonEntry person, FaceId face, Object trace);

  /** Lets searches in groups find the faces of a person. */
  void enter(PersonEntry person, Collection<GroupId> groups);

  /** Lets searches in groups no longer find the faces of a person. */
  void leave(PersonEntry person, Collection<GroupId> groups);

  SearchResult search(Search request);

  @Override
  void close();
}
