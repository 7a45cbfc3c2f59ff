package io.facelibrary.engine;

import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Clears faces and groups when a year has passed since the last search and the last added face. The
 * clearing happens when the first call after that time comes, and seen from any call it has
 * happened wholly or not at all: the one lock that calls of different persons share, and that only
 * with this rule on.
 */
public final class YearlyClearing extends ForwardingFaceLibrary {
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
  protected <T> T around(Operation operation, Supplier<T> call) {
    clearIfDue();
    lock.readLock().lock();
    try {
      T answer = call.get();
      if (operation == Operation.SEARCH || operation == Operation.ADD_FACES) {
        lastUse = ZonedDateTime.now(clock);
      }
      return answer;
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
