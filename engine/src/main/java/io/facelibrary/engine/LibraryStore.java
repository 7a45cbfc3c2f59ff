package io.facelibrary.engine;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The storage that the rules of a library run on. A rule is a function from a snapshot of one
 * person to a {@link Decision}. The store makes the decided change as a whole, and only if the
 * person is still as the rule saw it. A durable store has written the change to disk when the call
 * returns.
 *
 * <p>Rules are pure: a store may run a rule several times, on any thread, and use one of its
 * decisions. For the same snapshot a rule must always return an equal decision. It must be fast,
 * must not block, and must not call the store. Slow work, such as encoding an image, is done
 * before. The snapshot is valid only while the rule runs.
 *
 * <p>The store alone enforces the quota of groups, repeats a change after a conflict, and finds out
 * the effect of a lost commit. It also decides when images are written and removed.
 */
public interface LibraryStore extends AutoCloseable {

  /** A text that distinguishes this library from all others. It never changes. */
  String identity();

  /**
   * Issues ids for new faces. No two calls return the same id, in any process that uses the
   * library, and no id is issued again after its face was deleted. Ids that are not used are lost.
   * See {@link FaceIds} for the form of an id.
   */
  List<FaceId> newFaceIds(int count);

  /**
   * Adds a person with faces, all or nothing.
   *
   * @throws FaceLibraryException {@code ALREADY_EXISTS} if there is a person with this id, {@code
   *     QUOTA_EXCEEDED} if the library would have too many groups
   */
  void add(AddPerson person, List<NewFace> faces);

  /**
   * Runs a rule on a person and makes the change that it decides.
   *
   * @param reads all that the rule reads, and whether it may add faces
   * @return the result of the rule; empty if there is no such person
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if the library would have too many groups
   */
  <T> Optional<T> change(PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule);

  /**
   * Reads persons. Each snapshot is consistent, and stays valid.
   *
   * @return the persons that are in the library, in the given order
   */
  Map<PersonId, PersonSnapshot> read(Collection<PersonId> ids, Reads reads);

  /**
   * Passes a snapshot of one person to a function. For stores that can do so without a copy; the
   * snapshot is valid only while the function runs. The function may run several times.
   *
   * @return the result of the function; empty if there is no such person
   */
  default <T> Optional<T> read(PersonId id, Reads reads, Function<PersonSnapshot, T> function) {
    return Optional.ofNullable(read(List.of(id), reads).get(id)).map(function);
  }

  /** Returns non-empty groups in a stable order, starting after a given one. */
  List<GroupId> groups(Optional<GroupId> after, int most);

  /**
   * Returns persons in a stable order, starting after a given one.
   *
   * @param in the group whose members to return; empty for every person of the library
   */
  List<PersonId> persons(Optional<GroupId> in, Optional<PersonId> after, int most);

  /**
   * Finds the persons nearest to each probe, each by its nearest face. The search is exact. Called
   * only in a library whose faces have embeddings.
   */
  Neighbors nearest(NearestQuery query);

  /** Returns the numbers of persons, faces and groups, as far as the store counts them. */
  default LibraryInfo counts() {
    return LibraryInfo.unknown();
  }

  @Override
  void close();
}
