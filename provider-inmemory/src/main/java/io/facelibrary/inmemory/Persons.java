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

/** The persons of a library, and the lock of each, under which a rule is alone with it. */
final class Persons {
  private final ConcurrentHashMap<PersonId, StoredPerson> entries = new ConcurrentHashMap<>();

  /**
   * Adds a person and, before anybody sees it, does what completes it. If that fails, the person
   * was never there.
   */
  void add(StoredPerson entry, Consumer<? super StoredPerson> completion) {
    synchronized (entry) {
      while (true) {
        StoredPerson known = entries.putIfAbsent(entry.id(), entry);
        if (known == null) {
          break;
        }
        synchronized (known) {
          if (!known.isGone()) {
            throw FaceLibraryException.of(
                ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
          }
        }
      }
      try {
        completion.accept(entry);
      } catch (RuntimeException e) {
        forget(entry);
        throw e;
      }
    }
  }

  /** Runs a rule on a person, alone with it, if there is one. */
  <T> Optional<T> ifPresent(PersonId id, Function<? super StoredPerson, T> rule) {
    while (true) {
      StoredPerson entry = entries.get(id);
      if (entry == null) {
        return Optional.empty();
      }
      synchronized (entry) {
        if (!entry.isGone()) {
          return Optional.of(rule.apply(entry));
        }
      }
    }
  }

  /** Removes a person after a last rule; to be called from within a rule on that person. */
  void forget(StoredPerson entry) {
    entry.markGone();
    entries.remove(entry.id(), entry);
  }

  /** All persons that are there now, in no order. */
  Collection<PersonId> ids() {
    return entries.keySet();
  }
}
