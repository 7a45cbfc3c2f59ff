package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.engine.Neighbor;
import java.util.Collection;
import java.util.List;

/**
 * What a library knows faces again by: their pictures, or embeddings. It is told of each face and
 * membership while the person is held.
 */
interface SearchIndex extends AutoCloseable {

  /** Takes a face in, and returns its trace, which the person keeps. */
  Object learn(StoredPerson person, FaceId face, ArchivedFace kept);

  /** Drops what is known of a face, by its trace. */
  void forget(StoredPerson person, FaceId face, Object trace);

  /** What is kept of a face, by its trace. */
  ArchivedFace archived(FaceId face, Object trace);

  /** Lets searches in groups find the faces of a person. */
  void enter(StoredPerson person, Collection<GroupId> groups);

  /** Lets searches in groups no longer find the faces of a person. */
  void leave(StoredPerson person, Collection<GroupId> groups);

  /** See {@link io.facelibrary.engine.LibraryStore#nearest}. */
  default List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    throw new IllegalStateException("the library has no model");
  }

  /** See {@link io.facelibrary.engine.LibraryStore#alike}. */
  default List<Candidate> alike(Search request, List<GroupId> asked) {
    throw new IllegalStateException("the library has a model");
  }

  @Override
  void close();
}
