package io.facelibrary.engine;

import io.facelibrary.Call;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Clears faces and groups a year after the last search and the last added face. The first call
 * after that time does the clearing. It is atomic for all callers. For that, the calls of all
 * persons share this one lock, and only libraries with this rule have it.
 */
final class YearlyClearing extends ForwardingFaceLibrary {
  private static final Set<Operation> USES =
      EnumSet.of(
          Operation.SEARCH, Operation.ADD_FACES, Operation.ENROL, Operation.ADD_ARCHIVED_FACES);

  private final EngineFaceLibrary library;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile ZonedDateTime lastUse;

  YearlyClearing(EngineFaceLibrary library, Clock clock) {
    super(library);
    this.library = library;
    this.clock = clock;
    this.lastUse = ZonedDateTime.now(clock);
  }

  @Override
  protected <T> T around(Call<T> call) {
    clearIfDue();
    lock.readLock().lock();
    try {
      T result = call.proceed();
      if (USES.contains(call.operation())) {
        lastUse = ZonedDateTime.now(clock);
      }
      return result;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void clearIfDue() {
    if (!isDue()) {
      return;
    }
    lock.writeLock().lock();
    try {
      if (isDue()) {
        library.clear();
        lastUse = ZonedDateTime.now(clock);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean isDue() {
    return !ZonedDateTime.now(clock).isBefore(lastUse.plusYears(1));
  }
}
