package io.facelibrary.transfer;

import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes a library into a folder, in the open format that docs/export-format.md describes. The
 * manifest is written last, so that an unfinished export is recognized as one.
 */
public final class Export {
  private final FaceLibrary library;
  private boolean withVectors = true;
  private BooleanSupplier stop = () -> false;
  private ProgressListener listener = progress -> {};

  private Export(FaceLibrary library) {
    this.library = library;
  }

  /** Prepares an export of a library. The library is not closed. */
  public static Export of(FaceLibrary library) {
    return new Export(library);
  }

  /** Leaves out the embeddings. An import then has to encode the images again. */
  public Export withoutVectors() {
    withVectors = false;
    return this;
  }

  /** Sets the listener for progress, called after each person; the total is unknown. */
  public Export progress(ProgressListener listener) {
    this.listener = listener;
    return this;
  }

  /** Stops before the next person once this returns true; the export then stays unfinished. */
  public Export stopWhen(BooleanSupplier stop) {
    this.stop = stop;
    return this;
  }

  /**
   * Writes the export.
   *
   * @param folder empty, or not existing yet
   * @throws InvalidRequestException if the folder is not empty
   * @throws FaceLibraryException {@code INTERRUPTED} if it was stopped; {@code UNAVAILABLE} if a
   *     file cannot be written; in both cases the folder does not hold a finished export
   */
  public ExportResult writeTo(Path folder) {
    Optional<FaceArchive> archive = library.unwrap(FaceArchive.class);
    Optional<EncoderModel> model =
        withVectors ? archive.flatMap(FaceArchive::model) : Optional.empty();
    try {
      ExportWriter writer = ExportWriter.create(folder, model);
      try (writer) {
        new LibrarySource(library, Optional.empty()).forEach(person -> write(person, writer));
      }
      return writer.finish(AllPersons.areIn(library.capabilities()));
    } catch (IOException | UncheckedIOException e) {
      throw FaceLibraryException.builder(
              ErrorKind.UNAVAILABLE, Effect.NONE, "the export cannot be written")
          .cause(e)
          .build();
    }
  }

  private void write(PersonToCopy person, ExportWriter writer) {
    if (stop.getAsBoolean()) {
      throw FaceLibraryException.of(ErrorKind.INTERRUPTED, Effect.NONE, "the export was stopped");
    }
    writer.writePerson(person);
    listener.onProgress(Progress.of(writer.faces()).withNotTransferred(writer.incompleteFaces()));
  }
}
