package io.facelibrary.embedded;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoders;
import io.facelibrary.InvalidRequestException;
import java.sql.SQLException;
import java.util.Optional;

/** The encoder model of a library, stored in its database. */
final class LibraryModel {
  private static final String NAME = "model";
  private static final String DIMENSIONS = "dimension";

  private LibraryModel() {}

  static Optional<EncoderModel> read(Database database) throws SQLException {
    Optional<String> name = SettingTable.text(database, NAME);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            EncoderModel.of(name.get(), (int) SettingTable.number(database, DIMENSIONS).orElse(0)));
  }

  /**
   * Verifies that embeddings of a model can be compared with those in the library.
   *
   * @throws InvalidRequestException if the library has another model, or faces that were added
   *     without an encoder
   */
  static void check(Database database, EncoderModel wanted) throws SQLException {
    Optional<EncoderModel> stored = read(database);
    if (stored.isPresent() && !stored.get().isSameAs(wanted)) {
      throw InvalidRequestException.of(
          FaceEncoders.ENCODER,
          "must have the model of the library, \""
              + stored.get().name()
              + "\" with "
              + stored.get().dimensions()
              + " dimensions");
    }
    if (stored.isEmpty() && database.number("SELECT EXISTS (SELECT 1 FROM face)") == 1) {
      throw InvalidRequestException.of(
          FaceEncoders.ENCODER,
          "must not be set: the library has faces that were added without an encoder; add them to a"
              + " new library");
    }
  }

  static void write(Database database, EncoderModel model) throws SQLException {
    SettingTable.put(database, NAME, model.name());
    SettingTable.put(database, DIMENSIONS, model.dimensions());
  }
}
