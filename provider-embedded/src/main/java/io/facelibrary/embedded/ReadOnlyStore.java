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

/** A library that is only read, beside the process that writes it or without one. */
final class ReadOnlyStore extends SqlStore {
  private static final int MOST_READERS = 8;

  private final Readers readers;

  private ReadOnlyStore(Readers readers, ImageFiles pictures) {
    super(readers, pictures);
    this.readers = readers;
  }

  /**
   * Opens the library in a folder, of which nothing is changed.
   *
   * @param model with whose embeddings searches are made; empty for none
   * @throws InvalidRequestException if there is no library in it, or another model made it
   */
  static ReadOnlyStore open(Path folder, Optional<EncoderModel> model) {
    Path file = LibraryFolder.databaseIn(folder);
    if (!Files.isRegularFile(file)) {
      throw InvalidRequestException.of("folder", "must hold a face library to be read");
    }
    // Readers and writers share two files; where those cannot be made, nobody can be writing.
    boolean unchanging =
        !Files.isWritable(folder) && !Files.exists(folder.resolve("library.db-wal"));
    Readers readers =
        new Readers(
            () -> unchanging ? Database.unchanging(file) : Database.forReading(file), MOST_READERS);
    try {
      readers.read(database -> checked(database, model));
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
    return new ReadOnlyStore(readers, new ImageFiles(LibraryFolder.picturesIn(folder)));
  }

  private static boolean checked(Database database, Optional<EncoderModel> model)
      throws SQLException {
    if (Schema.checkedVersion(database) < Schema.VERSION) {
      throw FaceLibraryException.of(
          ErrorKind.UNSUPPORTED,
          Effect.NONE,
          "the library has an older version: open it once for writing");
    }
    if (model.isPresent()) {
      LibraryModel.agree(database, model.get());
    }
    return true;
  }

  boolean hasModel() {
    return readers.read(database -> LibraryModel.of(database).isPresent());
  }

  @Override
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> completion) {
    throw readOnly();
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> brought, Function<PersonWriter, T> rule) {
    throw readOnly();
  }

  @Override
  public FaceId nextFace() {
    throw readOnly();
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    return probes.stream().map(probe -> searching().nearest(probe, asked, most)).toList();
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
