package io.facelibrary.transfer;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Copies persons and faces into a library. What is rejected, and why, is reported of each face and
 * keeps none of the others back. With a journal, a transfer that ended in any way is gone on with
 * by running it again, and no face is added twice.
 *
 * <p>It calls the library as fast as its threads can; where the provider limits the rate, hand over
 * a library that keeps to it, such as a {@code ResilientFaceLibrary}.
 */
public final class Transfer {
  private static final int MOST_THREADS = 256;

  private final TransferSource source;
  private final FaceLibrary library;
  private Optional<Path> journal = Optional.empty();
  private Optional<Path> report = Optional.empty();
  private TransferProgress progress = (done, total, rejected) -> {};
  private BooleanSupplier stop = () -> false;
  private int threads = Runtime.getRuntime().availableProcessors();

  private Transfer(TransferSource source, FaceLibrary library) {
    this.source = source;
    this.library = library;
  }

  /** Prepares a transfer into a library, which is not closed. */
  public static Transfer of(TransferSource source, FaceLibrary library) {
    return new Transfer(source, library);
  }

  /**
   * Keeps a journal, from which another run of the same transfer goes on.
   *
   * @param file made if it is not there; it holds ids of persons and faces
   */
  public Transfer journal(Path file) {
    journal = Optional.of(file);
    return this;
  }

  /** Writes into a file, line by line in JSON, what became of each face. */
  public Transfer report(Path file) {
    report = Optional.of(file);
    return this;
  }

  /** Tells how far the transfer is. */
  public Transfer progress(TransferProgress progress) {
    this.progress = progress;
    return this;
  }

  /** Asks before each face whether to stop; calls that are under way are waited for. */
  public Transfer stopWhen(BooleanSupplier stop) {
    this.stop = stop;
    return this;
  }

  /**
   * Sets how many persons are copied at once; as many as there are processors unless set.
   *
   * @param threads 1 to 256
   * @throws InvalidRequestException if it is not
   */
  public Transfer threads(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw InvalidRequestException.of("threads", "must be from 1 to " + MOST_THREADS);
    }
    this.threads = threads;
    return this;
  }

  /**
   * Says what {@link #run} would do, as far as that can be known without changing anything: whether
   * a face can be recognised is not.
   */
  public TransferResult plan() {
    return run(true);
  }

  /**
   * Copies.
   *
   * @throws InvalidRequestException if the source is a list with a line that is not as it must be;
   *     what came before stays copied
   * @throws FaceLibraryException if a file cannot be written, or the vectors of the source are of
   *     another model than the library's
   */
  public TransferResult run() {
    return run(false);
  }

  private Journal journal(boolean isPlan) {
    return journal
        .map(
            file ->
                isPlan
                    ? Journal.read(file, source.identity())
                    : Journal.open(file, source.identity()))
        .orElseGet(Journal::none);
  }

  private TransferResult run(boolean isPlan) {
    boolean takesEmbeddings = takesEmbeddings();
    try (Journal kept = journal(isPlan);
        ReportFile written = new ReportFile(report.map(JsonLines::append))) {
      Counters tally = new Counters(written.lines(), progress, source.faces());
      for (TransferSource.Refusal refusal : source.refusals()) {
        tally.face(
            "",
            refusal.key(),
            ItemOutcome.REJECTED,
            Journal.Done.not(ItemOutcome.REJECTED, refusal.reason()));
      }
      PersonCopier copier = new PersonCopier(library, kept, tally, stop, takesEmbeddings, isPlan);
      boolean stopped = copyAll(copier);
      return tally.result(stopped, source.tellsEveryone());
    }
  }

  /** The report while it is written, if there is one. */
  private record ReportFile(Optional<JsonLines> lines) implements AutoCloseable {
    @Override
    public void close() {
      lines.ifPresent(JsonLines::close);
    }
  }

  private boolean takesEmbeddings() {
    Optional<EncoderModel> ours = source.model();
    Optional<EncoderModel> theirs = library.unwrap(FaceArchive.class).flatMap(FaceArchive::model);
    return ours.isPresent() && ours.equals(theirs);
  }

  /** Hands persons to threads, a few ahead of them, so that the source is read as it is needed. */
  private boolean copyAll(PersonCopier copier) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Semaphore ahead = new Semaphore(2 * threads);
    List<Future<?>> failed = new ArrayList<>();
    boolean[] stopped = {false};
    AtomicBoolean broken = new AtomicBoolean();
    try {
      source.forEach(
          person -> {
            if (stop.getAsBoolean()) {
              stopped[0] = true;
              return;
            }
            ahead.acquireUninterruptibly();
            Callable<Boolean> task = () -> copied(copier, person, ahead, broken);
            Future<Boolean> future = workers.submit(task);
            synchronized (failed) {
              failed.removeIf(Transfer::isFine);
              failed.add(future);
            }
          });
    } finally {
      ahead.acquireUninterruptibly(2 * threads);
      workers.shutdown();
    }
    failed.forEach(Transfer::rethrow);
    return stopped[0] || stop.getAsBoolean();
  }

  private static boolean copied(
      PersonCopier copier, PersonToCopy person, Semaphore ahead, AtomicBoolean broken) {
    boolean done = false;
    try {
      // What ends one thread, such as a full disk, ends the others after the calls under way.
      if (!broken.get()) {
        copier.copy(person);
      }
      done = true;
    } finally {
      if (!done) {
        broken.set(true);
      }
      ahead.release();
    }
    return done;
  }

  private static boolean isFine(Future<?> future) {
    if (!future.isDone()) {
      return false;
    }
    rethrow(future);
    return true;
  }

  private static void rethrow(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
