package io.facelibrary.resilience;

import io.facelibrary.Call;
import io.facelibrary.CheckReport;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A library in memory with scripted failures. Records which calls begin, and when. */
final class ScriptedLibrary extends ForwardingFaceLibrary {
  final List<Duration> begun = new ArrayList<>();
  final List<Operation> operations = new ArrayList<>();
  private final Deque<Optional<RuntimeException>> script = new ArrayDeque<>();
  private final VirtualTime time;
  private Duration each = Duration.ZERO;
  private Supplier<Optional<RuntimeException>> otherwise = Optional::empty;

  ScriptedLibrary(VirtualTime time) {
    this(time, InMemoryFaceLibrary.builder().open());
  }

  ScriptedLibrary(VirtualTime time, FaceLibrary library) {
    super(new Maintained(library));
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
  protected <T> T around(Call<T> call) {
    begun.add(time.now());
    operations.add(call.operation());
    time.pass(each);
    Optional<RuntimeException> failure = script.isEmpty() ? otherwise.get() : script.remove();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return call.proceed();
  }

  /** Adds maintenance that does nothing. */
  private static final class Maintained extends ForwardingFaceLibrary {
    Maintained(FaceLibrary library) {
      super(library);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return type == LibraryMaintenance.class
          ? Optional.of(type.cast(new NoMaintenance()))
          : super.unwrap(type);
    }
  }

  private static final class NoMaintenance implements LibraryMaintenance {
    @Override
    public CheckReport repairsAtOpen() {
      return CheckReport.of(List.of());
    }

    @Override
    public CheckReport check() {
      return CheckReport.of(List.of());
    }

    @Override
    public void backup(Path folder) {}
  }
}
