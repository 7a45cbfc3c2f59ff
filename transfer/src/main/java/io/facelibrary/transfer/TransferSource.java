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

/** Where persons and faces come from. It is read as often as asked, and never changed. */
public abstract class TransferSource {
  TransferSource() {}

  /**
   * Returns a folder with a folder for each person, which has the person's id for its name and
   * holds pictures, at any depth. Symbolic links out of the folder are not followed.
   *
   * @throws InvalidRequestException if it is no folder, or nobody is in it
   */
  public static TransferSource folder(Path folder) {
    return FolderSource.open(folder);
  }

  /**
   * Returns a table in CSV (RFC 4180, UTF-8) with a header. Columns: {@code person} and {@code
   * image} (a path, from the table's folder, or an http or https address), and where wanted {@code
   * groups} (several with a semicolon between), {@code name}, {@code note}.
   *
   * @throws InvalidRequestException if it cannot be read, or its header is not so
   */
  public static TransferSource csv(Path file) {
    return new TableSource(file, CsvRows.open(file));
  }

  /**
   * Returns a list in JSON Lines (UTF-8): on each line an object with the fields of {@link #csv},
   * of which {@code groups} is an array. Instead of an image, or beside it, {@code vector} may be
   * an array of numbers.
   *
   * @param model what made the vectors; without it there must be none
   * @throws InvalidRequestException if it cannot be read
   */
  public static TransferSource jsonLines(Path file, Optional<EncoderModel> model) {
    return new TableSource(file, JsonRows.open(file, model));
  }

  /**
   * Returns an export, after all its checksums were verified.
   *
   * @throws InvalidRequestException if it is no finished export, of a newer version, or a file of
   *     it is not as it was written (the message names it)
   */
  public static TransferSource export(Path folder) {
    return ExportSource.open(folder);
  }

  /**
   * Returns a library. Persons in no group are seen only where it is a {@link
   * io.facelibrary.FaceArchive}.
   *
   * @param library not closed
   */
  public static TransferSource library(FaceLibrary library) {
    return new LibrarySource(library, Optional.empty());
  }

  /**
   * Returns a library, as {@link #library(FaceLibrary)}, whose faces that are known by an address
   * only are fetched from there, over http or https: for a library that takes no addresses, or that
   * is to keep what the addresses may lose.
   *
   * @param timeout for each picture, more than nothing; none is larger than {@link
   *     io.facelibrary.FaceImage#MAX_BYTES}
   */
  public static TransferSource fetching(FaceLibrary library, Duration timeout) {
    return new LibrarySource(library, Optional.of(new ImageFetch(timeout)));
  }

  /** Says which source this is: a journal of one is none of another. */
  abstract String identity();

  /** Hands over each person, on this thread, in an order that is the same at every run. */
  abstract void forEach(Consumer<PersonToCopy> each);

  /** How many faces there are, where that is known without going through them. */
  OptionalLong faces() {
    return OptionalLong.empty();
  }

  /** What made the embeddings that come with the faces. */
  Optional<EncoderModel> model() {
    return Optional.empty();
  }

  /** Whether {@link #forEach} misses nobody; a library may not tell of persons in no group. */
  boolean tellsEveryone() {
    return true;
  }

  /** What the source names and no library could take, found while it was read. */
  List<Refusal> refusals() {
    return List.of();
  }

  /** Something that is no face of a person. */
  record Refusal(String key, String reason) {}
}
