package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.PersonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> rule) {
    throw readOnly();
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> images, Function<PersonWriter, T> rule) {
    throw readOnly();
  }

  @Override
  public FaceId issueFaceId() {
    throw readOnly();
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> searched, int limit) {
    return probes.stream().map(probe -> searches().nearest(probe, searched, limit)).toList();
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
