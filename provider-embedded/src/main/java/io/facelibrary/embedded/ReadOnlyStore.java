package io.facelibrary.embedded;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store that is only read. Another process may write to it meanwhile. */
final class ReadOnlyStore extends SqlStore {
  private static final int MAX_READERS = 8;

  private final Readers readers;

  private ReadOnlyStore(Readers readers, ImageFiles images) {
    super(readers, images);
    this.readers = readers;
  }

  /**
   * Opens the library in a folder without changing anything.
   *
   * @param model the model of the encoder; empty without an encoder
   * @throws InvalidRequestException if the folder contains no library, or a library of another
   *     model
   */
  static ReadOnlyStore open(Path folder, Optional<EncoderModel> model) {
    Path file = LibraryFolder.databaseIn(folder);
    if (!Files.isRegularFile(file)) {
      throw InvalidRequestException.of("folder", "must contain a face library to be read");
    }
    // Readers and writers share two files. Where they cannot be created, no process can be writing.
    boolean immutable =
        !Files.isWritable(folder) && !Files.exists(folder.resolve("library.db-wal"));
    Readers readers =
        new Readers(
            () -> immutable ? Database.immutable(file) : Database.forReading(file), MAX_READERS);
    try {
      readers.read(database -> check(database, model));
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
    return new ReadOnlyStore(readers, new ImageFiles(LibraryFolder.imagesIn(folder)));
  }

  private static boolean check(Database database, Optional<EncoderModel> model)
      throws SQLException {
    if (Schema.checkedVersion(database) < Schema.VERSION) {
      throw FaceLibraryException.of(
          ErrorKind.UNSUPPORTED,
          Effect.NONE,
          "the library has an older version; open it for writing once to upgrade it");
    }
    if (model.isPresent()) {
      LibraryModel.check(database, model.get());
    }
    return true;
  }

  boolean hasModel() {
    return readers.read(database -> LibraryModel.read(database).isPresent());
  }

  @Override
  public void add(AddPerson person, List<NewFace> faces) {
    throw readOnly();
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, Reads declared, Function<PersonSnapshot, Decision<T>> rule) {
    throw readOnly();
  }

  @Override
  public List<FaceId> newFaceIds(int count) {
    throw readOnly();
  }

  @Override
  public Neighbors nearest(NearestQuery query) {
    return searches().nearest(query);
  }

  @Override
  public void close() {
    readers.close();
  }

  private static FaceLibraryException readOnly() {
    return FaceLibraryException.of(
        ErrorKind.PERMISSION_DENIED, Effect.NONE, "the library is open for reading only");
  }
}
