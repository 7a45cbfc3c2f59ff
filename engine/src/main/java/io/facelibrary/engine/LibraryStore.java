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
 * What the rules of a library stand on. They hand over what is to be done with one person, and it
 * is done alone and whole, and lasts, if the state is one that lasts, before the call returns. A
 * rule runs on any thread, decides quickly and waits for nothing: what takes time, such as looking
 * for faces in a picture, comes before.
 */
public interface LibraryStore extends AutoCloseable {

  /**
   * Adds a person and, before anybody sees it, does what completes it. If that fails, the person
   * was never there.
   *
   * @throws FaceLibraryException {@code ALREADY_EXISTS} if the id is known
   */
  void add(PersonId id, String name, String note, Consumer<PersonWriter> completion);

  /**
   * Runs a rule that may change a person, if there is one.
   *
   * @param brought the pictures of which the rule may add faces; a state that keeps pictures takes
   *     them in before the rule runs, and drops again those that were not added
   */
  <T> Optional<T> change(PersonId id, List<FaceImage> brought, Function<PersonWriter, T> rule);

  /** Runs a rule that only reads, on the person as it is at one moment. */
  <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule);

  /** Issues an id that no face has had, above all issued before. */
  FaceId nextFace();

  /** Groups that somebody is in, in a lasting order, after a given one. */
  List<GroupId> groups(Optional<GroupId> after, int most);

  /** Members of a group in a lasting order, after a given one. */
  List<PersonId> members(GroupId group, Optional<PersonId> after, int most);

  /** The day on which a group came into being; empty if nobody is in it. */
  Optional<LocalDate> since(GroupId group);

  /** Hands over the id of every person; see {@link io.facelibrary.FaceArchive#forEachPerson}. */
  void forEachPerson(Consumer<PersonId> each);

  /**
   * Finds the persons nearest to probes, exactly, each by its nearest face. Asked only in a library
   * whose faces have embeddings.
   *
   * @param probes as long as every embedding
   * @param groups of which one a person must be in
   * @param most how many persons a probe
   * @return for each probe, the nearest first; equally near ones by id
   */
  List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> groups, int most);

  /**
   * Finds the persons of whom a picture is most like the one that is searched with. Asked only in a
   * library without a model.
   *
   * @param groups those of the request that may be searched
   * @return at most as many as the request asks for, best first; equally similar ones by id
   */
  List<Candidate> alike(Search request, List<GroupId> groups);

  /** A number that tells this library from others, for as long as it lasts. */
  long identity();

  @Override
  void close();
}
