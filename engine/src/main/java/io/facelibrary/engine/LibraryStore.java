package io.facelibrary.engine;

import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The storage that the rules of a library run on. The rules pass a function over one person; the
 * store runs it atomically and isolated from other changes of that person. A durable store has
 * written the changes to disk when the call returns. A rule may run on any thread. It must be fast
 * and must not block: slow work, such as encoding an image, is done before.
 */
public interface LibraryStore extends AutoCloseable {

  /**
   * Adds a person and runs a rule on it before any other thread can see the person. If the rule
   * fails, the person is not added.
   *
   * @throws FaceLibraryException {@code ALREADY_EXISTS} if there is a person with this id
   */
  void add(PersonId id, String name, String note, Consumer<PersonWriter> rule);

  /**
   * Runs a rule that may change a person.
   *
   * @param images the images of the faces that the rule may add. A store that keeps images writes
   *     them before the rule runs and then removes those that the rule did not add.
   * @return the result of the rule; empty if there is no such person
   */
  <T> Optional<T> change(PersonId id, List<FaceImage> images, Function<PersonWriter, T> rule);

  /**
   * Runs a rule that only reads, on a consistent snapshot of the person.
   *
   * @return the result of the rule; empty if there is no such person
   */
  <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule);

  /** Issues a new face id, larger than all ids issued before. */
  FaceId issueFaceId();

  /** Returns non-empty groups in a stable order, starting after a given one. */
  List<GroupId> groups(Optional<GroupId> after, int limit);

  /** Returns members of a group in a stable order, starting after a given one. */
  List<PersonId> members(GroupId group, Optional<PersonId> after, int limit);

  /** Returns the day on which a group was created; empty if the group has no member. */
  Optional<LocalDate> creationDay(GroupId group);

  /** Passes the id of every person; in no particular order. */
  void forEachPerson(Consumer<PersonId> action);

  /**
   * Finds the persons nearest to each probe, each by its nearest face. The search is exact. Called
   * only in a library whose faces have embeddings.
   *
   * @param probes embeddings with the model's number of dimensions
   * @param groups a person must be in at least one of them
   * @param limit the number of persons per probe
   * @return one list per probe, the nearest first; persons at equal distance are sorted by id
   */
  List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> groups, int limit);

  /**
   * Finds the persons with an image most similar to the query image. Called only in a library
   * without a model.
   *
   * @param groups the groups of the request that may be searched
   * @return at most as many as the request asks for, best first; equally similar ones by id
   */
  List<Candidate> mostSimilar(Search request, List<GroupId> groups);

  /** A number that distinguishes this library from others; it never changes. */
  long identity();

  @Override
  void close();
}
