package io.facelibrary.embedded;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoders;
import io.facelibrary.InvalidRequestException;
import java.sql.SQLException;
import java.util.Optional;

/** The model that a library belongs to, as it is remembered in it. */
final class LibraryModel {
  private static final String NAME = "model";
  private static final String DIMENSIONS = "dimension";

  private LibraryModel() {}

  static Optional<EncoderModel> of(Database database) throws SQLException {
    Optional<String> name = Schema.setting(database, NAME);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EncoderModel(name.get(), (int) Schema.number(database, DIMENSIONS).orElse(0)));
  }

  /**
   * Makes sure that embeddings of a model can be compared with those in the library.
   *
   * @throws InvalidRequestException if another model made them, or none has seen the faces
   */
  static void agree(Database database, EncoderModel wanted) throws SQLException {
    Optional<EncoderModel> known = of(database);
    if (known.isPresent() && !known.get().equals(wanted)) {
      throw InvalidRequestException.of(
          FaceEncoders.ENCODER,
          "must be of the model \""
              + known.get().name()
              + "\" with "
              + known.get().dimensions()
              + " numbers, with which the library was made");
    }
    if (known.isEmpty() && database.number("SELECT EXISTS (SELECT 1 FROM face)") == 1) {
      throw InvalidRequestException.of(
          FaceEncoders.ENCODER,
          "must not be set: the library holds faces that no model has seen; add them to a new one");
    }
  }

  static void remember(Database database, EncoderModel model) throws SQLException {
    Schema.remember(database, NAME, model.name());
    Schema.remember(database, DIMENSIONS, Integer.toString(model.dimensions()));
  }
}
