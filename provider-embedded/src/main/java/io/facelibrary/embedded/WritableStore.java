package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.FaceIds;
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
import java.util.function.Consumer;
import java.util.function.Function;

/** The storage of a library in a folder: the database, the image files and the vector file. */
final class WritableStore extends SqlStore {
  private static final int MAX_SEARCH_ATTEMPTS = 3;

  private final StoreComponents components;
  private final FaceIds ids;

  private WritableStore(StoreComponents components) {
    super(components.readers(), components.images());
    this.components = components;
    this.ids = FaceIds.after(components.lastFaceId());
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
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> rule) {
    components
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
              rule.accept(person(transaction, id, PersonRow.number(database, id)));
              return true;
            });
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> images, Function<PersonWriter, T> rule) {
    Set<String> names = new HashSet<>();
    Set<String> unused = names;
    List<ImageFiles.Pin> pins = new ArrayList<>(images.size());
    try {
      writeImages(images, names, pins);
      Changed<T> changed =
          components.writer().write(transaction -> change(transaction, id, names, rule));
      unused = changed.unused();
      return changed.result();
    } finally {
      pins.forEach(ImageFiles.Pin::close);
      removeUnused(unused);
    }
  }

  private void writeImages(List<FaceImage> images, Set<String> names, List<ImageFiles.Pin> pins) {
    if (!components.follower().keepsImages()) {
      return;
    }
    for (FaceImage image : images) {
      if (image instanceof FaceImage.Bytes content && names.add(content.sha256())) {
        pins.add(components.images().writeAndPin(content.sha256(), content.bytes()));
      }
    }
  }

  private <T> Changed<T> change(
      Transaction transaction, PersonId id, Set<String> names, Function<PersonWriter, T> rule)
      throws SQLException {
    OptionalLong number = PersonRow.number(transaction.database(), id);
    Optional<T> result =
        number.isPresent()
            ? Optional.of(rule.apply(person(transaction, id, number)))
            : Optional.empty();
    return new Changed<>(
        result, Set.copyOf(CommitFollower.unreferenced(transaction.database(), names)));
  }

  // Removes images that the rule did not add. If this fails, the next opening removes them.
  private void removeUnused(Set<String> unused) {
    if (!unused.isEmpty()) {
      components.removeUnreferenced(List.copyOf(unused));
    }
  }

  private record Changed<T>(Optional<T> result, Set<String> unused) {}

  private PersonRowWriter person(Transaction transaction, PersonId id, OptionalLong number) {
    return new PersonRowWriter(
        transaction, id, number.orElseThrow(), components.follower(), components.today());
  }

  @Override
  public FaceId issueFaceId() {
    return ids.issue();
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> searched, int limit) {
    VectorIndex index =
        components.index().orElseThrow(() -> new IllegalStateException("the library has no model"));
    return probes.stream().map(probe -> nearest(index, probe, searched, limit)).toList();
  }

  private List<Neighbor> nearest(
      VectorIndex index, float[] probe, List<GroupId> searched, int limit) {
    List<Optional<Neighbor>> found = List.of();
    for (int attempt = 0; attempt < MAX_SEARCH_ATTEMPTS; attempt++) {
      found = searches().resolve(index.nearest(probe, searched, limit, searches()::idOf), searched);
      if (found.stream().allMatch(Optional::isPresent)) {
        break;
      }
      // A person was removed during the search; another one may take its place in the result.
    }
    return found.stream().flatMap(Optional::stream).toList();
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
