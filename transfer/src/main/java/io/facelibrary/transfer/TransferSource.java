package io.facelibrary.transfer;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A source of persons and faces. It may be read several times and is never changed. */
public abstract class TransferSource {
  TransferSource() {}

  /**
   * Returns a folder with a folder for each person. The name of a person's folder is the person's
   * id. It contains images, at any depth. Symbolic links out of the folder are not followed.
   *
   * @throws InvalidRequestException if it is not a folder, or is empty
   */
  public static TransferSource folder(Path folder) {
    return FolderSource.open(folder);
  }

  /**
   * Returns a CSV table (RFC 4180, UTF-8) with a header. It has the columns {@code person} and
   * {@code image}: a path relative to the folder of the table, or an http or https URL. The columns
   * {@code groups} (separated by semicolons), {@code name} and {@code note} are optional.
   *
   * @throws InvalidRequestException if it cannot be read, or the header has other columns
   */
  public static TransferSource csv(Path file) {
    return new TableSource(file, CsvRows.open(file));
  }

  /**
   * Returns a JSON Lines list (UTF-8). Each line is an object with the fields of {@link #csv},
   * where {@code groups} is an array.
   *
   * @throws InvalidRequestException if it cannot be read
   */
  public static TransferSource jsonLines(Path file) {
    return new TableSource(file, JsonRows.open(file, Optional.empty()));
  }

  /**
   * Returns a JSON Lines list as {@link #jsonLines(Path)} does. Instead of {@code image}, or in
   * addition, a line may have {@code vector}, an array of numbers.
   *
   * @param model the model that made the vectors
   * @throws InvalidRequestException if it cannot be read
   */
  public static TransferSource jsonLines(Path file, EncoderModel model) {
    return new TableSource(file, JsonRows.open(file, Optional.of(model)));
  }

  /**
   * Returns an export, after verifying all its checksums.
   *
   * @throws InvalidRequestException if it is not a finished export, or has a version that this
   *     release does not read. Also if a file is damaged; the message names the file.
   */
  public static TransferSource export(Path folder) {
    return ExportSource.open(folder);
  }

  /**
   * Returns a library. Persons in no group are included only if it offers {@link
   * io.facelibrary.Capability#LIST_ALL_PERSONS}.
   *
   * @param library not closed
   */
  public static TransferSource library(FaceLibrary library) {
    return new LibrarySource(library, Optional.empty());
  }

  /**
   * Returns a library as {@link #library(FaceLibrary)} does. If a face has a URL only, its image is
   * fetched from there, over http or https. Use it if the target does not accept URLs, or has to
   * keep images that may disappear from their URLs.
   *
   * @param timeout for each image, more than zero; an image has at most {@link
   *     io.facelibrary.FaceImage#MAX_BYTES} bytes
   */
  public static TransferSource libraryFetchingImages(FaceLibrary library, Duration timeout) {
    return new LibrarySource(library, Optional.of(new ImageFetch(timeout)));
  }

  /** Identifies the source. A journal belongs to one source. */
  abstract String identity();

  /** Passes each person to a consumer, on this thread, in the same order in every run. */
  abstract void forEach(Consumer<PersonToCopy> each);

  /** Returns the number of faces, if that is known without reading all of them. */
  OptionalLong faces() {
    return OptionalLong.empty();
  }

  /** Returns the model that made the embeddings of the faces. */
  Optional<EncoderModel> model() {
    return Optional.empty();
  }

  /** Returns whether {@link #forEach} includes persons in no group, which some libraries hide. */
  boolean includesUngrouped() {
    return true;
  }

  /** Returns the files of the source that cannot be faces, found when it was opened. */
  List<Refusal> refusals() {
    return List.of();
  }

  /** A file that cannot be the face of a person. */
  record Refusal(String key, String reason) {}
}
