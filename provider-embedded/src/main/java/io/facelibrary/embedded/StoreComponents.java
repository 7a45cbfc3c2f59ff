package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The components of an open store. The folder is opened first and closed last. The database is
 * opened before the files that are derived from it.
 */
final class StoreComponents implements AutoCloseable {
  private static final int MAX_READERS = 8;

  private final LibraryFolder folder;
  private final StoreOptions options;
  private final ImageFiles images;
  private final Database database;
  private final Optional<VectorFile> vectors;
  private final CommitFollower follower;
  private final OpeningReport report;
  private final Writer writer;
  private final Optional<VectorVerification> verification;
  private final Readers readers;
  private final CloseStack opened;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** The repairs made by opening. */
  record OpeningReport(int orphanedImages, int restoredVectors, int strayVectors) {}

  private StoreComponents(
      LibraryFolder folder,
      StoreOptions options,
      Database database,
      ImageFiles images,
      Optional<VectorFile> vectors,
      CloseStack opened)
      throws SQLException {
    this.folder = folder;
    this.options = options;
    this.database = database;
    this.images = images;
    this.vectors = vectors;
    this.opened = opened;
    boolean trusted = vectors.isPresent() && CleanShutdownMarker.matches(database, vectors.get());
    CleanShutdownMarker.clear(database, vectors);
    int orphans =
        images.sweep(
            name ->
                name.length() == 64
                    && CommitFollower.unreferenced(database, List.of(name)).isEmpty());
    VectorRebuild rebuild = VectorRebuild.NOTHING;
    if (vectors.isPresent() && !trusted) {
      rebuild = VectorRebuild.run(vectors.get(), database, vectors.get()::put);
    }
    report = new OpeningReport(orphans, rebuild.restored(), rebuild.removed());
    Optional<VectorIndex> index =
        vectors.isPresent()
            ? Optional.of(opened.add(VectorIndex.build(vectors.get(), database)))
            : Optional.empty();
    follower =
        new CommitFollower(
            images,
            options.keepsImages(),
            index,
            options.model().map(EncoderModel::dimensions).orElse(0));
    readers = opened.add(new Readers(() -> Database.forReading(folder.database()), MAX_READERS));
    writer = new Writer(database, this::checkpoint);
    verification =
        trusted
            ? Optional.of(VectorVerification.start(vectors.get(), index.get(), writer))
            : Optional.empty();
  }

  static StoreComponents open(Path path, StoreOptions options) {
    CloseStack opened = new CloseStack();
    try {
      LibraryFolder folder = opened.add(LibraryFolder.open(path));
      WalCheck.refuseDamaged(folder.log());
      Database database = opened.add(Database.forWriting(folder.database()));
      prepare(database, options);
      folder.upgradeImages();
      long cleanMarker = CleanShutdownMarker.read(database);
      Optional<VectorFile> vectors =
          options
              .model()
              .map(
                  model ->
                      VectorFile.open(
                          folder.vectors(), model.name(), model.dimensions(), cleanMarker))
              .map(opened::add);
      return new StoreComponents(
          folder, options, database, new ImageFiles(folder.images()), vectors, opened);
    } catch (SQLException | RuntimeException e) {
      throw closeAfter(e, opened);
    }
  }

  /** Closes all open resources after a failure, and returns the exception to throw. */
  private static RuntimeException closeAfter(Exception failure, CloseStack opened) {
    RuntimeException translated;
    if (failure instanceof SQLException e) {
      translated = StorageFailures.of(e, Effect.NONE);
    } else if (failure instanceof StatementFailure e) {
      translated = StorageFailures.of(e.failure(), Effect.NONE);
    } else if (failure instanceof RuntimeException e) {
      translated = e;
    } else {
      translated = new IllegalStateException(failure);
    }
    opened.closeAfter(translated);
    return translated;
  }

  private static void prepare(Database database, StoreOptions options) throws SQLException {
    int version = Schema.checkedVersion(database);
    if (version > 0 && CleanShutdownMarker.isMissing(database)) {
      checkIntegrity(database, "PRAGMA quick_check(1)");
    }
    Schema.upgrade(database);
    database.execute("BEGIN IMMEDIATE");
    try {
      Schema.limit(database, options.facesPerPerson(), options.groups());
      if (options.model().isPresent()) {
        LibraryModel.check(database, options.model().get());
        LibraryModel.write(database, options.model().get());
      }
      database.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      database.execute("ROLLBACK");
      throw e;
    }
  }

  /** Runs an integrity check of the database. Damage of the database is never repaired. */
  private static void checkIntegrity(Database database, String pragma) throws SQLException {
    try (ResultSet row = database.query(pragma)) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        throw StorageFailures.damaged(Effect.NONE, new SQLException("the check failed"));
      }
    }
  }

  /** Returns the repairs made by opening and by the verification since. */
  OpeningReport report() {
    int later = verification.map(VectorVerification::count).orElse(0);
    return new OpeningReport(
        report.orphanedImages(), report.restoredVectors() + later, report.strayVectors());
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

  CommitFollower follower() {
    return follower;
  }

  ImageFiles images() {
    return images;
  }

  Optional<VectorIndex> index() {
    return follower.index();
  }

  Optional<VectorFile> vectors() {
    return vectors;
  }

  LibraryFolder folder() {
    return folder;
  }

  long today() {
    return LocalDate.now(options.clock()).toEpochDay();
  }

  boolean hasModel() {
    return readers.read(reader -> LibraryModel.read(reader).isPresent());
  }

  long lastFaceKey() {
    return readers.read(
        reader -> reader.number("SELECT seq FROM sqlite_sequence WHERE name = 'face'"));
  }

  /** Removes those of the images that no face refers to when the writer runs the task. */
  void removeUnreferenced(List<String> names) {
    writer.write(
        transaction -> {
          follower.removeUnreferenced(transaction, names);
          return true;
        });
  }

  /**
   * Moves the content of the log into the database file and truncates the log, so that no file
   * contains deleted data.
   *
   * @return false if a reader prevents it; the caller must try again
   */
  boolean checkpoint() {
    return writer.runOutsideTransaction(this::checkpoint);
  }

  private boolean checkpoint(Database connection) throws SQLException {
    vectors.ifPresent(VectorFile::force);
    try (ResultSet row = connection.query("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return row.next() && row.getInt(1) == 0;
    }
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
      follower.index().ifPresent(VectorIndex::close);
      if (!writer.isBroken()) {
        CleanShutdownMarker.write(database, vectors);
      }
      checkpoint(database);
      opened.close();
    } catch (Exception e) {
      throw closeAfter(e, opened);
    }
  }
}
