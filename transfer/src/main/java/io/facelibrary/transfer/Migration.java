package io.facelibrary.transfer;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Moves everything from one library to another and makes sure that nothing was lost. The source is
 * never changed; face ids are new, and the report says which became which.
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
   * @param journal from which another run goes on; kept for {@link #verify}
   */
  public static Migration of(FaceLibrary from, FaceLibrary to, Path journal) {
    return new Migration(from, to, journal);
  }

  /**
   * Fetches pictures of which the source knows only the address, over http or https. Without it
   * they travel as addresses, and are rejected where the target takes none.
   *
   * @param timeout for each picture
   */
  public Migration fetchImages(Duration timeout) {
    fetchTimeout = Optional.of(timeout);
    return this;
  }

  /**
   * Returns the copying, to be planned or run.
   *
   * @throws InvalidRequestException if the target holds anybody, and this is not the rest of a
   *     migration that the journal knows
   */
  public Transfer copying() {
    try (Journal known = Journal.read(journal, LibrarySource.IDENTITY)) {
      if (!known.isResumed() && !new PersonWalker(to).isNobody()) {
        throw InvalidRequestException.of(
            "to", "must be an empty library, or the journal that of an earlier run");
      }
    }
    TransferSource source =
        fetchTimeout
            .map(timeout -> TransferSource.fetching(from, timeout))
            .orElseGet(() -> TransferSource.library(from));
    return Transfer.of(source, to).journal(journal);
  }

  /**
   * Compares both libraries, person by person and face by face, and some searches.
   *
   * @param searches how many faces of the source to search both libraries with, spread over all
   */
  public Verification verify(int searches) {
    try (Journal known = Journal.read(journal, LibrarySource.IDENTITY)) {
      return new Comparison(from, to, known.all(), searches).run();
    }
  }
}
