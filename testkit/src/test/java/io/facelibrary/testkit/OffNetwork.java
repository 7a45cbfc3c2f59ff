package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A harness whose network faults differ from those that it declares. */
final class OffNetwork implements Harness {
  private final NotebookHarness honest;
  private final NetworkFaults faults;

  private OffNetwork(NotebookHarness honest, NetworkFaults faults) {
    this.honest = honest;
    this.faults = faults;
  }

  /** Replaces every network fault by this one. */
  static OffNetwork failing(NotebookHarness honest, Fault always) {
    return new OffNetwork(
        honest,
        new PretendedNetwork(honest::open) {
          @Override
          FaceLibrary failing(Fault fault) {
            return super.failing(always);
          }
        });
  }

  /** Applies a function to every library that is opened for a network fault. */
  static OffNetwork opening(NotebookHarness honest, Function<FaceLibrary, FaceLibrary> opening) {
    return new OffNetwork(
        honest,
        new PretendedNetwork(honest::open) {
          @Override
          FaceLibrary failing(Fault fault) {
            return opening.apply(super.failing(fault));
          }
        });
  }

  @Override
  public FaceLibrary open() {
    return honest.open();
  }

  @Override
  public Optional<NetworkFaults> networkFaults() {
    return Optional.of(faults);
  }

  @Override
  public Optional<Discovery> discovery() {
    return honest.discovery();
  }

  @Override
  public Set<String> secrets() {
    return honest.secrets();
  }
}
