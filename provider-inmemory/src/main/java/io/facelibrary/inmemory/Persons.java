package io.facelibrary.inmemory;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.PersonChange;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/** The persons of a library. A rule runs while the lock of its person is held. */
final class Persons {
  private final ConcurrentHashMap<PersonId, StoredPerson> entries = new ConcurrentHashMap<>();
  private final NavigableSet<PersonId> sorted =
      new ConcurrentSkipListSet<>(Comparator.comparing(PersonId::value));

  /**
   * Adds a person and makes a change before any other thread can see it. If that fails, the person
   * is not added.
   */
  void add(StoredPerson entry, PersonChange change) {
    synchronized (entry) {
      while (true) {
        StoredPerson known = entries.putIfAbsent(entry.id(), entry);
        if (known == null) {
          break;
        }
        synchronized (known) {
          if (!known.isDeleted()) {
            throw FaceLibraryException.of(
                ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
          }
        }
      }
      try {
        entry.make(change);
      } catch (RuntimeException e) {
        remove(entry);
        throw e;
      }
      sorted.add(entry.id());
    }
  }

  /** Runs a rule and makes the change that it decides; empty if there is no such person. */
  <T> Optional<T> change(PersonId id, Function<? super StoredPerson, Decision<T>> rule) {
    while (true) {
      StoredPerson entry = entries.get(id);
      if (entry == null) {
        return Optional.empty();
      }
      synchronized (entry) {
        if (!entry.isDeleted()) {
          Decision<T> decision = rule.apply(entry);
          entry.make(decision.change());
          return Optional.of(decision.result());
        }
      }
    }
  }

  /** Runs a function on a person while holding its lock; empty if there is no such person. */
  <T> Optional<T> ifPresent(PersonId id, Function<? super StoredPerson, T> function) {
    while (true) {
      StoredPerson entry = entries.get(id);
      if (entry == null) {
        return Optional.empty();
      }
      synchronized (entry) {
        if (!entry.isDeleted()) {
          return Optional.of(function.apply(entry));
        }
      }
    }
  }

  /** Removes a person. The caller holds its lock. */
  void remove(StoredPerson entry) {
    entry.markDeleted();
    sorted.remove(entry.id());
    entries.remove(entry.id(), entry);
  }

  /** The number of persons. */
  long count() {
    return entries.mappingCount();
  }

  /** Returns the ids of all persons in order, starting after a given one. */
  NavigableSet<PersonId> ids(Optional<PersonId> after) {
    return after.map(id -> sorted.tailSet(id, false)).orElse(sorted);
  }
}
