package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The index that searches use: either images or embeddings. It is updated on every change of a face
 * or a membership, while the person is locked.
 */
interface SearchIndex extends AutoCloseable {

  /** Adds a face and returns its handle, which the person keeps. */
  Object add(StoredPerson person, NewFace face);

  /** Removes a face by its handle. */
  void remove(StoredPerson person, FaceId face, Object handle);

  /** Returns the stored content of a face by its handle. */
  ArchivedFace content(FaceId face, Object handle);

  /** Makes the faces of a person visible to searches in groups. */
  void joinGroups(StoredPerson person, Collection<GroupId> joined);

  /** Hides the faces of a person from searches in groups. */
  void leaveGroups(StoredPerson person, Collection<GroupId> left);

  /** See {@link io.facelibrary.engine.LibraryStore#nearest}. */
  default Neighbors nearest(NearestQuery query, Persons persons) {
    throw new IllegalStateException("the library has no model");
  }

  /** See {@link io.facelibrary.engine.ImageSearch#mostSimilar}. */
  default Optional<List<Candidate>> mostSimilar(
      Search request, List<GroupId> groups, Persons persons) {
    throw new IllegalStateException("the library has a model");
  }

  @Override
  void close();
}
