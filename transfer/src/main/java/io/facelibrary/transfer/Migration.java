package io.facelibrary.transfer;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Copies a library into an empty one and verifies the copy. The source is never changed. Faces get
 * new ids, and the report maps the old ids to the new ones.
 */
public final class Migration {
  private final FaceLibrary from;
  private final FaceLibrary to;
  private final Path journal;
  private Optional<Duration> fetchTimeout = Optional.empty();

  private Migration(FaceLibrary from, FaceLibrary to, Path journal) {
    this.from = from;
    this.to = to;
    this.journal = journal;
  }

  /**
   * Prepares a migration. Neither library is closed.
   *
   * @param journal another run resumes from it, and {@link #verify} reads it
   */
  public static Migration of(FaceLibrary from, FaceLibrary to, Path journal) {
    return new Migration(from, to, journal);
  }

  /**
   * Fetches images if the source has only their URL, over http or https. Without this, URLs are
   * copied, and rejected if the target accepts none.
   *
   * @param timeout for each image
   */
  public Migration fetchImages(Duration timeout) {
    fetchTimeout = Optional.of(timeout);
    return this;
  }

  /**
   * Returns the transfer, to be planned or run.
   *
   * @throws InvalidRequestException if the target holds a person and the journal does not show that
   *     an earlier run of this migration began
   */
  public Transfer transfer() {
    try (Journal known = Journal.read(journal, LibrarySource.IDENTITY)) {
      if (!known.isResumed() && AllPersons.of(to).findAny().isPresent()) {
        throw InvalidRequestException.of(
            "to", "must be an empty library, or the journal must be that of an earlier run");
      }
    }
    TransferSource source =
        fetchTimeout
            .map(timeout -> TransferSource.libraryFetchingImages(from, timeout))
            .orElseGet(() -> TransferSource.library(from));
    return Transfer.of(source, to).journal(journal);
  }

  /**
   * Compares both libraries, person by person and face by face, and the results of some searches.
   *
   * <p>A library without {@link io.facelibrary.Capability#CONSISTENT_QUERIES} may return older data
   * for a while. Wait for its {@link io.facelibrary.Capabilities#queryDelay()} first, or else
   * differences are reported that disappear.
   *
   * @param searches how many faces of the source to search both libraries with, spread over all
   */
  public Verification verify(int searches) {
    try (Journal known = Journal.read(journal, LibrarySource.IDENTITY)) {
      return new Comparison(from, to, known.all(), searches).run();
    }
  }
}
