package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.GroupId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The parts of an open store and the order in which they are opened and closed: the folder first
 * and last, the truth before what is derived from it.
 */
final class StoreComponents implements PersonRowWriter.Files, AutoCloseable {
  private static final int MOST_READERS = 8;

  private final LibraryFolder folder;
  private final StoreOptions settings;
  private final ImageFiles pictures;
  private final Database database;
  private final Optional<VectorFile> vectors;
  private final Optional<VectorIndex> index;
  private final OpeningReport report;
  private final Writer writer;
  private final Optional<VectorVerification> verification;
  private final Readers readers;
  private final CloseStack opened;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** What an opening found beside the truth and put right. */
  record OpeningReport(int orphanedPictures, int restoredVectors, int droppedVectors) {}

  private StoreComponents(
      LibraryFolder folder,
      StoreOptions settings,
      Database database,
      ImageFiles pictures,
      Optional<VectorFile> vectors,
      CloseStack opened)
      throws SQLException {
    this.folder = folder;
    this.settings = settings;
    this.database = database;
    this.pictures = pictures;
    this.vectors = vectors;
    this.opened = opened;
    boolean trusted = vectors.isPresent() && CleanShutdownMarker.isOf(database, vectors.get());
    CleanShutdownMarker.forget(database, vectors);
    int orphans =
        pictures.sweep(
            name ->
                name.length() == 64
                    && PersonRowWriter.unreferred(database, List.of(name)).isEmpty());
    VectorRebuild mended = VectorRebuild.NOTHING;
    if (vectors.isPresent() && !trusted) {
      mended = VectorRebuild.of(vectors.get(), database, vectors.get()::put);
    }
    report = new OpeningReport(orphans, mended.restored(), mended.dropped());
    index =
        vectors.isPresent()
            ? Optional.of(opened.add(VectorIndex.of(vectors.get(), database)))
            : Optional.empty();
    readers = opened.add(new Readers(() -> Database.forReading(folder.database()), MOST_READERS));
    writer = new Writer(database, this::checkpoint);
    verification =
        trusted
            ? Optional.of(VectorVerification.start(vectors.get(), index.get(), writer))
            : Optional.empty();
  }

  static StoreComponents open(Path path, StoreOptions settings) {
    CloseStack opened = new CloseStack();
    try {
      LibraryFolder folder = opened.add(LibraryFolder.open(path));
      WalCheck.refuseDamaged(folder.log());
      Database database = opened.add(Database.forWriting(folder.database()));
      prepare(database, settings);
      long cleanEnd = CleanShutdownMarker.mark(database);
      Optional<VectorFile> vectors =
          settings
              .model()
              .map(
                  model ->
                      VectorFile.open(folder.vectors(), model.name(), model.dimensions(), cleanEnd))
              .map(opened::add);
      return new StoreComponents(
          folder, settings, database, new ImageFiles(folder.pictures()), vectors, opened);
    } catch (SQLException | RuntimeException e) {
      throw allClosedAfter(e, opened);
    }
  }

  /** Closes whatever is open still, so that a failure holds neither the lock nor a file. */
  private static RuntimeException allClosedAfter(Exception failure, CloseStack opened) {
    RuntimeException told;
    if (failure instanceof SQLException e) {
      told = StorageFailures.of(e, Effect.NONE);
    } else if (failure instanceof StatementFailure e) {
      told = StorageFailures.of(e.failure(), Effect.NONE);
    } else if (failure instanceof RuntimeException e) {
      told = e;
    } else {
      told = new IllegalStateException(failure);
    }
    opened.closeAfter(told);
    return told;
  }

  private static void prepare(Database database, StoreOptions settings) throws SQLException {
    int version = Schema.checkedVersion(database);
    if (version > 0 && CleanShutdownMarker.isMissing(database)) {
      checkTruth(database, "PRAGMA quick_check(1)");
    }
    Schema.upgrade(database);
    database.execute("BEGIN IMMEDIATE");
    try {
      Schema.limit(database, settings.facesPerPerson(), settings.groups());
      if (settings.model().isPresent()) {
        LibraryModel.agree(database, settings.model().get());
        LibraryModel.remember(database, settings.model().get());
      }
      database.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      database.execute("ROLLBACK");
      throw e;
    }
  }

  /** Has the database look at itself; what it finds is never mended by us. */
  private static void checkTruth(Database database, String pragma) throws SQLException {
    try (ResultSet row = database.query(pragma)) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        throw StorageFailures.damaged(Effect.NONE, new SQLException("the check failed"));
      }
    }
  }

  /** What the opening found, and what was found since in what it took on trust. */
  OpeningReport report() {
    int later = verification.map(VectorVerification::count).orElse(0);
    return new OpeningReport(
        report.orphanedPictures(), report.restoredVectors() + later, report.droppedVectors());
  }

  Optional<VectorVerification> verification() {
    return verification;
  }

  Writer writer() {
    return writer;
  }

  Readers readers() {
    return readers;
  }

  @Override
  public ImageFiles pictures() {
    return pictures;
  }

  Optional<VectorIndex> index() {
    return index;
  }

  Optional<VectorFile> vectors() {
    return vectors;
  }

  LibraryFolder folder() {
    return folder;
  }

  long today() {
    return LocalDate.now(settings.clock()).toEpochDay();
  }

  boolean hasModel() {
    return readers.read(reader -> LibraryModel.of(reader).isPresent());
  }

  long lastFace() {
    return readers.read(
        reader -> reader.number("SELECT seq FROM sqlite_sequence WHERE name = 'face'"));
  }

  /** Removes those of the pictures that no face refers to when it is this work's turn. */
  void dropUnreferred(List<String> names) {
    writer.write(
        transaction -> {
          PersonRowWriter.dropFiles(transaction, names, this);
          return true;
        });
  }

  /**
   * Brings everything into the files themselves and empties the log, so that nothing deleted is
   * left in any of them.
   *
   * @return false if a reader is in the way; to be tried again
   */
  boolean checkpoint() {
    return writer.alone(this::checkpoint);
  }

  private boolean checkpoint(Database on) throws SQLException {
    vectors.ifPresent(VectorFile::force);
    try (ResultSet row = on.query("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return row.next() && row.getInt(1) == 0;
    }
  }

  @Override
  public boolean keepsImages() {
    return settings.keepsImages();
  }

  @Override
  public int dimension() {
    return settings.model().map(EncoderModel::dimensions).orElse(0);
  }

  @Override
  public void vector(long face, long person, byte[] vector, Set<GroupId> groups) {
    index.ifPresent(it -> it.put(face, person, vector, groups));
  }

  @Override
  public void faceGone(long face, Set<GroupId> groups) {
    index.ifPresent(it -> it.remove(face, groups));
  }

  @Override
  public void entered(List<Long> faces, Set<GroupId> groups) {
    index.ifPresent(it -> faces.forEach(face -> it.enter(face, groups)));
  }

  @Override
  public void left(List<Long> faces, Set<GroupId> groups) {
    index.ifPresent(it -> faces.forEach(face -> it.leave(face, groups)));
  }

  @Override
  public void picturesGone(List<String> sha256) {
    pictures.removeUnlessHeld(sha256);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    verification.ifPresent(VectorVerification::close);
    writer.close();
    try {
      readers.close();
      index.ifPresent(VectorIndex::close);
      if (!writer.isBroken()) {
        CleanShutdownMarker.remember(database, vectors);
      }
      checkpoint(database);
      opened.close();
    } catch (Exception e) {
      throw allClosedAfter(e, opened);
    }
  }
}
