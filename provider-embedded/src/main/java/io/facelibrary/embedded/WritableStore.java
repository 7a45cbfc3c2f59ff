package io.facelibrary.embedded;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The storage of a library in a folder: the database, the image files and the vector file. */
final class WritableStore extends SqlStore {
  private static final int MAX_SEARCH_ATTEMPTS = 3;

  private final StoreComponents components;
  private final AtomicLong lastKey;

  private WritableStore(StoreComponents components) {
    super(components.readers(), components.images());
    this.components = components;
    this.lastKey = new AtomicLong(components.lastFaceKey());
  }

  /**
   * Opens the library in a folder, or creates one in an empty folder.
   *
   * @throws FaceLibraryException as {@link LibraryFolder#open} declares. {@code INVALID_REQUEST} if
   *     the library has another model. {@code UNSUPPORTED} if it has the version of a newer
   *     release; {@code DAMAGED} if the database is damaged
   */
  static WritableStore open(Path folder, StoreOptions options) {
    return new WritableStore(StoreComponents.open(folder, options));
  }

  boolean hasModel() {
    return components.hasModel();
  }

  StoreComponents components() {
    return components;
  }

  @Override
  public void add(AddPerson person, List<NewFace> faces) {
    PersonChange change = PersonChange.NONE.joining(person.groups()).adding(faces);
    try (StagedImages images = new StagedImages(components)) {
      images.write(faces);
      components
          .writer()
          .write(
              transaction -> {
                insert(transaction.database(), person);
                make(transaction, find(transaction, person.person()).orElseThrow(), change);
                return true;
              });
      images.markUsed(faces);
    }
  }

  private static void insert(Database database, AddPerson person) throws SQLException {
    int added =
        database.update(
            "INSERT INTO person (id, name, note) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
            person.person().value(),
            person.name(),
            person.note());
    if (added == 0) {
      throw FaceLibraryException.of(
          ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
    }
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
    try (StagedImages images = new StagedImages(components)) {
      if (reads.isAdding() && components.follower().keepsImages()) {
        // Images are written on this thread and not on the one that all writers share.
        Optional<Decision<T>> expected = read(id, reads, rule);
        if (expected.isEmpty() || expected.get().change().equals(PersonChange.NONE)) {
          return expected.map(Decision::result);
        }
        images.write(expected.get().change().add());
      }
      while (true) {
        Attempt<T> attempt =
            components.writer().write(transaction -> attempt(transaction, id, rule, images));
        if (attempt.stored()) {
          attempt.decision().ifPresent(it -> images.markUsed(it.change().add()));
          return attempt.decision().map(Decision::result);
        }
        // The person was changed meanwhile, and the rule adds other images.
        images.write(attempt.decision().orElseThrow().change().add());
      }
    }
  }

  private <T> Attempt<T> attempt(
      Transaction transaction,
      PersonId id,
      Function<PersonSnapshot, Decision<T>> rule,
      StagedImages images)
      throws SQLException {
    Optional<PersonRow> person = find(transaction, id);
    if (person.isEmpty()) {
      return new Attempt<>(Optional.empty(), true);
    }
    Decision<T> decision = rule.apply(person.get());
    List<NewFace> added = decision.change().add();
    if (added.stream().anyMatch(images::isMissing)) {
      return new Attempt<>(Optional.of(decision), false);
    }
    make(transaction, person.get(), decision.change());
    return new Attempt<>(Optional.of(decision), true);
  }

  /**
   * A run of a rule within a transaction.
   *
   * @param decision empty if there is no such person
   * @param stored false if images of the change must be written first
   */
  private record Attempt<T>(Optional<Decision<T>> decision, boolean stored) {}

  private Optional<PersonRow> find(Transaction transaction, PersonId id) throws SQLException {
    return PersonRow.find(transaction.database(), components.images(), keys(), id);
  }

  private void make(Transaction transaction, PersonRow person, PersonChange change) {
    new PersonRowWriter(transaction, person, keys(), components.follower(), components.today())
        .make(change);
  }

  @Override
  public List<FaceId> newFaceIds(int count) {
    return keys().ids(lastKey.getAndAdd(count) + 1, count);
  }

  @Override
  public Neighbors nearest(NearestQuery query) {
    VectorIndex index =
        components.index().orElseThrow(() -> new IllegalStateException("the library has no model"));
    if (query.persons().isPresent()) {
      return searches().nearest(query);
    }
    List<List<Neighbor>> byProbe = new ArrayList<>(query.probes().size());
    long compared = 0;
    for (float[] probe : query.probes()) {
      List<Optional<Neighbor>> found = List.of();
      for (int attempt = 0; attempt < MAX_SEARCH_ATTEMPTS; attempt++) {
        VectorIndex.Found scanned = index.nearest(probe, query, searches()::idOf);
        compared = Math.max(compared, scanned.compared());
        found = searches().resolve(scanned.hits(), query.groups());
        if (found.stream().allMatch(Optional::isPresent)) {
          break;
        }
        // A person was removed during the search; another one may take its place in the result.
      }
      byProbe.add(found.stream().flatMap(Optional::stream).toList());
    }
    return new Neighbors(byProbe, compared);
  }

  /** Copies the library into an empty folder while it is in use. */
  void backup(Path target) {
    new Backup(components).into(target);
  }

  /** Compares the image files and the vector file with the database and counts the differences. */
  Map<FindingKind, Integer> check() {
    return new Check(components).run();
  }

  /** Releases this share of the store; see {@link StoreRegistry}. */
  @Override
  public void close() {
    StoreRegistry.release(this);
  }

  /** Closes the files. Closing again does nothing. */
  void closeFiles() {
    components.close();
  }
}
