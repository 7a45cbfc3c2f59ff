package io.facelibrary.resilience;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A library in memory with scripted failures. Records when calls begin. */
final class ScriptedLibrary extends ForwardingFaceLibrary {
  final List<Duration> begun = new ArrayList<>();
  private final Deque<Optional<RuntimeException>> script = new ArrayDeque<>();
  private final VirtualTime time;
  private Duration each = Duration.ZERO;
  private Supplier<Optional<RuntimeException>> otherwise = Optional::empty;

  ScriptedLibrary(VirtualTime time) {
    this(time, InMemoryFaceLibrary.builder().open());
  }

  ScriptedLibrary(VirtualTime time, FaceLibrary library) {
    super(library);
    this.time = time;
  }

  /** Adds failures of the following calls to the script, in this order. */
  ScriptedLibrary thenFail(RuntimeException... failures) {
    for (RuntimeException failure : failures) {
      script.add(Optional.of(failure));
    }
    return this;
  }

  ScriptedLibrary alwaysFail(Supplier<RuntimeException> failure) {
    otherwise = () -> Optional.of(failure.get());
    return this;
  }

  /** Lets a share of the calls that are not scripted fail. */
  ScriptedLibrary failAtRandom(Random random, double share, Supplier<RuntimeException> failure) {
    otherwise = () -> random.nextDouble() < share ? Optional.of(failure.get()) : Optional.empty();
    return this;
  }

  /** Sets the duration of every call. */
  ScriptedLibrary taking(Duration span) {
    each = span;
    return this;
  }

  @Override
  protected <T> T around(Operation operation, Supplier<T> call) {
    begun.add(time.now());
    time.pass(each);
    Optional<RuntimeException> failure = script.isEmpty() ? otherwise.get() : script.remove();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return call.get();
  }
}
