package io.facelibrary.transfer;

import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.UnsupportedCapabilityException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Copies persons and faces into a library. The outcome of each face is reported with its reason; a
 * face that fails does not affect the others. With a journal, run the transfer again to resume it,
 * however it ended; no face is added twice.
 *
 * <p>Embeddings of the source are copied if the library has the model that made them. Otherwise the
 * library encodes the images again, and faces without an image are rejected.
 *
 * <p>A person whom the library cannot hold as it is in the source is rejected with all its faces.
 * Examples are a note if the library keeps no notes, or a group if it has no named groups. Nothing
 * is left out silently.
 *
 * <p>A transfer calls the library as fast as its threads can. If the provider limits the rate, pass
 * a library that keeps to the limit, such as a {@code ResilientFaceLibrary}.
 */
public final class Transfer {
  private static final int MAX_THREADS = 256;

  private final TransferSource source;
  private final FaceLibrary library;
  private Optional<Path> journal = Optional.empty();
  private Optional<Path> report = Optional.empty();
  private ProgressListener listener = progress -> {};
  private BooleanSupplier stop = () -> false;
  private int threads = Runtime.getRuntime().availableProcessors();

  private Transfer(TransferSource source, FaceLibrary library) {
    this.source = source;
    this.library = library;
  }

  /** Prepares a transfer into a library. The library is not closed. */
  public static Transfer of(TransferSource source, FaceLibrary library) {
    return new Transfer(source, library);
  }

  /**
   * Keeps a journal. Another run with the same source, library and journal resumes this one.
   *
   * @param file created if it does not exist; it contains ids of persons and faces
   */
  public Transfer journal(Path file) {
    journal = Optional.of(file);
    return this;
  }

  /** Appends the outcome of each face to a file, one JSON object per line. */
  public Transfer report(Path file) {
    report = Optional.of(file);
    return this;
  }

  /** Sets the listener for progress. */
  public Transfer progress(ProgressListener listener) {
    this.listener = listener;
    return this;
  }

  /** Stops the transfer before the next face once this returns true; running calls finish. */
  public Transfer stopWhen(BooleanSupplier stop) {
    this.stop = stop;
    return this;
  }

  /**
   * Sets how many persons are copied in parallel. The default is the number of processors.
   *
   * @param threads 1 to 256
   * @throws InvalidRequestException if it is out of range
   */
  public Transfer threads(int threads) {
    if (threads < 1 || threads > MAX_THREADS) {
      throw InvalidRequestException.of("threads", "must be from 1 to " + MAX_THREADS);
    }
    this.threads = threads;
    return this;
  }

  /**
   * Returns what {@link #run} would do, as far as that can be determined without a change. It
   * cannot predict whether a face will be recognized. A person or face beyond a declared capability
   * or limit of the library is rejected, as {@link #run} would reject it.
   *
   * @throws InvalidRequestException as {@link #run} does
   * @throws FaceLibraryException as {@link #run} does
   */
  public TransferResult plan() {
    return run(true);
  }

  /**
   * Copies.
   *
   * @throws InvalidRequestException if the source is a list with a malformed line; the lines before
   *     it stay copied. Also if the journal is in use or belongs to another source or library.
   * @throws UnsupportedCapabilityException if the library accepts no changes
   * @throws FaceLibraryException if a file cannot be read or written
   */
  public TransferResult run() {
    return run(false);
  }

  private Journal openJournal(boolean isPlan) {
    return journal
        .map(
            file ->
                isPlan
                    ? Journal.read(file, source.identity())
                    : Journal.open(file, source.identity()))
        .orElseGet(Journal::none);
  }

  private TransferResult run(boolean isPlan) {
    if (!library.capabilities().offers(Capability.WRITES)) {
      throw UnsupportedCapabilityException.of(Capability.WRITES);
    }
    boolean takesEmbeddings = takesEmbeddings();
    try (Journal opened = openJournal(isPlan);
        ReportFile written = new ReportFile(report.map(JsonLines::openToAppend))) {
      Counters counters = new Counters(written.lines(), listener, source.faces());
      for (TransferSource.Refusal refusal : source.refusals()) {
        counters.countFace(
            "",
            refusal.key(),
            ItemOutcome.REJECTED,
            Journal.Done.withReason(ItemOutcome.REJECTED, refusal.reason()));
      }
      CopyJob job = new CopyJob(library, opened, counters, stop, takesEmbeddings, isPlan);
      boolean stopped = copyAll(new PersonCopier(job));
      return counters.result(stopped, source.includesUngrouped());
    }
  }

  /** The report file while it is written, if a report was requested. */
  private record ReportFile(Optional<JsonLines> lines) implements AutoCloseable {
    @Override
    public void close() {
      lines.ifPresent(JsonLines::close);
    }
  }

  private boolean takesEmbeddings() {
    Optional<EncoderModel> ours = source.model();
    Optional<EncoderModel> theirs = library.unwrap(FaceArchive.class).flatMap(FaceArchive::model);
    return ours.isPresent() && theirs.isPresent() && ours.get().isSameAs(theirs.get());
  }

  private boolean copyAll(PersonCopier copier) {
    AtomicBoolean stopped = new AtomicBoolean();
    PersonWorkers workers = new PersonWorkers(threads, copier::copy);
    try {
      source.forEach(
          person -> {
            if (stop.getAsBoolean()) {
              stopped.set(true);
            } else {
              workers.submit(person);
            }
          });
    } finally {
      workers.await();
    }
    workers.throwFailure();
    return stopped.get() || stop.getAsBoolean();
  }
}
