package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A library that breaks one sentence of the contract.
 *
 * @param defect the defect, as text for the report
 * @param part the part of the contract that covers the defect
 * @param caughtBy the test of that part that must fail
 * @param harness opens the library
 */
record Liar(String defect, Class<?> part, String caughtBy, Supplier<Harness> harness) {

  static final Capabilities DECLARED =
      Offered.within(
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

  /** Limits that allow a whole {@link Batch} and long lists. */
  static final Capabilities LARGE =
      Offered.within(
          DECLARED.limits().toBuilder().facesPerPerson(40).imagesPerCall(30).groups(40).build());

  /** Returns an honest notebook under a layer with a defect. */
  static Liar of(String defect, Class<?> part, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return new Liar(defect, part, caughtBy, () -> new NotebookHarness(DECLARED, layer));
  }

  /** Returns a liar with these capabilities. */
  static Liar with(
      Capabilities capabilities,
      String defect,
      Class<?> part,
      String caughtBy,
      UnaryOperator<FaceLibrary> layer) {
    return new Liar(defect, part, caughtBy, () -> new NotebookHarness(capabilities, layer));
  }

  /** Returns a liar with {@link #LARGE} limits. */
  static Liar large(
      String defect, Class<?> part, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return new Liar(defect, part, caughtBy, () -> new NotebookHarness(LARGE, layer));
  }

  /** Returns a liar that declares limits over a notebook without limits. */
  static Liar limitless(
      String defect, Class<?> part, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    UnaryOperator<FaceLibrary> declared = bare -> new Declaring(layer.apply(bare), DECLARED);
    return new Liar(defect, part, caughtBy, () -> new NotebookHarness(Offered.ALL, declared));
  }

  /** Returns a liar that users get without the guard. */
  static Liar unguarded(
      String defect, Class<?> part, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return new Liar(defect, part, caughtBy, () -> new Unguarded(DECLARED, layer));
  }

  /** Returns a liar with these capabilities that users get without the guard. */
  static Liar unguarded(
      Capabilities capabilities,
      String defect,
      Class<?> part,
      String caughtBy,
      UnaryOperator<FaceLibrary> layer) {
    return new Liar(defect, part, caughtBy, () -> new Unguarded(capabilities, layer));
  }

  @Override
  public String toString() {
    return part.getSimpleName().replace("Contract", "") + ": " + defect;
  }

  private static final class Unguarded implements Harness {
    private final Notebook notebook = new Notebook();
    private final Capabilities capabilities;
    private final UnaryOperator<FaceLibrary> layer;

    Unguarded(Capabilities capabilities, UnaryOperator<FaceLibrary> layer) {
      this.capabilities = capabilities;
      this.layer = layer;
    }

    @Override
    public FaceLibrary open() {
      return layer.apply(new NotebookFaceLibrary(notebook, capabilities));
    }

    @Override
    public Set<String> secrets() {
      return Set.of(NotebookHarness.KEY);
    }
  }
}
