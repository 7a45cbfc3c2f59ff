package io.facelibrary.inmemory;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The persons of a library. A rule runs while the lock of its person is held. */
final class Persons {
  private final ConcurrentHashMap<PersonId, StoredPerson> entries = new ConcurrentHashMap<>();

  /**
   * Adds a person and runs a rule on it before any other thread can see it. If the rule fails, the
   * person is not added.
   */
  void add(StoredPerson entry, Consumer<? super StoredPerson> rule) {
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
        rule.accept(entry);
      } catch (RuntimeException e) {
        remove(entry);
        throw e;
      }
    }
  }

  /** Runs a rule on a person while holding its lock; empty if there is no such person. */
  <T> Optional<T> ifPresent(PersonId id, Function<? super StoredPerson, T> rule) {
    while (true) {
      StoredPerson entry = entries.get(id);
      if (entry == null) {
        return Optional.empty();
      }
      synchronized (entry) {
        if (!entry.isDeleted()) {
          return Optional.of(rule.apply(entry));
        }
      }
    }
  }

  /** Removes a person. Must be called by a rule on that person. */
  void remove(StoredPerson entry) {
    entry.markDeleted();
    entries.remove(entry.id(), entry);
  }

  /** The ids of all persons, in no particular order. */
  Collection<PersonId> ids() {
    return entries.keySet();
  }
}
