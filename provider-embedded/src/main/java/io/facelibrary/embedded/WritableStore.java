package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.PersonWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The state of a library in a folder: a database, the pictures and the vectors beside it. */
final class WritableStore extends SqlStore {
  private static final int SEARCHES = 3;

  private final StoreComponents parts;
  private final AtomicLong lastFace;

  private WritableStore(StoreComponents parts, long lastFace) {
    super(parts.readers(), parts.pictures());
    this.parts = parts;
    this.lastFace = new AtomicLong(lastFace);
  }

  /**
   * Opens the library in a folder, or makes one in an empty folder.
   *
   * @throws FaceLibraryException as {@link LibraryFolder#open} says; {@code INVALID_REQUEST} if
   *     another model made the vectors; {@code UNSUPPORTED} if a newer release made the library;
   *     {@code INTERNAL} if the database is damaged
   */
  static WritableStore open(Path folder, StoreOptions settings) {
    StoreComponents parts = StoreComponents.open(folder, settings);
    return new WritableStore(parts, parts.lastFace());
  }

  boolean hasModel() {
    return parts.hasModel();
  }

  StoreComponents parts() {
    return parts;
  }

  @Override
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> completion) {
    parts
        .writer()
        .write(
            transaction -> {
              Database database = transaction.database();
              int added =
                  database.update(
                      "INSERT INTO person (id, name, note) VALUES (?, ?, ?)"
                          + " ON CONFLICT (id) DO NOTHING",
                      id.value(),
                      name,
                      note);
              if (added == 0) {
                throw FaceLibraryException.of(
                    ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
              }
              completion.accept(person(transaction, id, PersonRow.number(database, id)));
              return true;
            });
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> brought, Function<PersonWriter, T> rule) {
    Set<String> names = new HashSet<>();
    Set<String> leftOver = names;
    List<ImageFiles.Pin> pins = new ArrayList<>(brought.size());
    try {
      takeIn(brought, names, pins);
      Changed<T> changed =
          parts.writer().write(transaction -> change(transaction, id, names, rule));
      leftOver = changed.leftOver();
      return changed.answer();
    } finally {
      pins.forEach(ImageFiles.Pin::close);
      dropLater(leftOver);
    }
  }

  private void takeIn(List<FaceImage> brought, Set<String> names, List<ImageFiles.Pin> pins) {
    if (!parts.keepsImages()) {
      return;
    }
    for (FaceImage image : brought) {
      if (image instanceof FaceImage.Bytes content && names.add(content.sha256())) {
        pins.add(parts.pictures().keep(content.sha256(), content.bytes()));
      }
    }
  }

  private <T> Changed<T> change(
      Transaction transaction, PersonId id, Set<String> names, Function<PersonWriter, T> rule)
      throws SQLException {
    OptionalLong number = PersonRow.number(transaction.database(), id);
    Optional<T> answer =
        number.isPresent()
            ? Optional.of(rule.apply(person(transaction, id, number)))
            : Optional.empty();
    return new Changed<>(
        answer, Set.copyOf(PersonRowWriter.unreferred(transaction.database(), names)));
  }

  // Pictures that were taken in and not added. If this fails, the next opening finds them.
  private void dropLater(Set<String> leftOver) {
    if (!leftOver.isEmpty()) {
      parts.dropUnreferred(List.copyOf(leftOver));
    }
  }

  private record Changed<T>(Optional<T> answer, Set<String> leftOver) {}

  private PersonRowWriter person(Transaction transaction, PersonId id, OptionalLong number) {
    return new PersonRowWriter(transaction, id, number.orElseThrow(), parts, parts.today());
  }

  @Override
  public FaceId nextFace() {
    return FaceId.of(Long.toString(lastFace.incrementAndGet()));
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    VectorIndex index =
        parts.index().orElseThrow(() -> new IllegalStateException("the library has no model"));
    return probes.stream().map(probe -> nearest(index, probe, asked, most)).toList();
  }

  private List<Neighbor> nearest(VectorIndex index, float[] probe, List<GroupId> asked, int most) {
    List<Optional<Neighbor>> found = List.of();
    for (int attempt = 0; attempt < SEARCHES; attempt++) {
      found = searching().resolve(index.nearest(probe, asked, most, searching()::idOf), asked);
      if (found.stream().allMatch(Optional::isPresent)) {
        break;
      }
      // Somebody left while the search was under way, in whose place there may be another.
    }
    return found.stream().flatMap(Optional::stream).toList();
  }

  /** Copies the library into an empty folder while it is in use. */
  void backup(Path target) {
    new Backup(parts).into(target);
  }

  /** Holds pictures and vectors against the truth; says what differs and how often. */
  Map<FindingKind, Integer> check() {
    return new Check(parts).run();
  }

  /** Gives the store back; see {@link StoreRegistry}. */
  @Override
  public void close() {
    StoreRegistry.release(this);
  }

  /** Closes the files. Closing again does nothing. */
  void end() {
    parts.close();
  }
}
