package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A library that breaks a promise.
 *
 * @param lie what it does, for the report
 * @param area where the contract speaks of that
 * @param caughtBy the test of that area that must fail
 * @param harness opens the library
 */
record Liar(String lie, Class<?> area, String caughtBy, Supplier<Harness> harness) {

  static final Capabilities DECLARED =
      Capabilities.all()
          .withLimits(
              Limits.builder()
                  .facesPerPerson(8)
                  .imagesPerCall(4)
                  .idLength(40)
                  .idPattern("[A-Za-z0-9_-]+")
                  .groups(10)
                  .groupsPerSearch(4)
                  .resultsPerSearch(20)
                  .imageBytes(20_000)
                  .urlLength(1_000)
                  .build());

  /** A layer over an honest notebook that lies. */
  static Liar of(String lie, Class<?> area, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return new Liar(lie, area, caughtBy, () -> new NotebookHarness(DECLARED, layer));
  }

  /** A layer over a notebook that knows no limits, though they are declared. */
  static Liar limitless(
      String lie, Class<?> area, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    UnaryOperator<FaceLibrary> declared = bare -> new Declaring(layer.apply(bare), DECLARED);
    return new Liar(lie, area, caughtBy, () -> new NotebookHarness(Capabilities.all(), declared));
  }

  /** A library whose users get it without a guard. */
  static Liar unguarded(
      String lie, Class<?> area, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return new Liar(lie, area, caughtBy, () -> new Unguarded(layer));
  }

  @Override
  public String toString() {
    return area.getSimpleName().replace("Contract", "") + ": " + lie;
  }

  private static final class Unguarded implements Harness {
    private final Notebook notebook = new Notebook();
    private final UnaryOperator<FaceLibrary> layer;

    Unguarded(UnaryOperator<FaceLibrary> layer) {
      this.layer = layer;
    }

    @Override
    public FaceLibrary open() {
      return layer.apply(new NotebookFaceLibrary(notebook, DECLARED));
    }

    @Override
    public Set<String> secrets() {
      return Set.of(NotebookHarness.KEY);
    }
  }
}
