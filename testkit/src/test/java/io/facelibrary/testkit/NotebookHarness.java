package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Opens libraries on one notebook, under an optional layer. */
final class NotebookHarness implements Harness {
  static final String KEY = "a-key-that-no-text-may-show";

  private final Notebook notebook;
  private final Capabilities capabilities;
  private final UnaryOperator<FaceLibrary> layer;

  NotebookHarness(Capabilities capabilities, UnaryOperator<FaceLibrary> layer) {
    this(new Notebook(), capabilities, layer);
  }

  NotebookHarness(Notebook notebook, Capabilities capabilities, UnaryOperator<FaceLibrary> layer) {
    this.notebook = notebook;
    this.capabilities = capabilities;
    this.layer = layer;
  }

  @Override
  public FaceLibrary open() {
    return FaceLibraries.guard(
        NotebookProvider.NAME, layer.apply(new NotebookFaceLibrary(notebook, capabilities)));
  }

  @Override
  public Optional<FaceImage> unsuitableImage() {
    return Optional.of(
        capabilities.offers(Capability.IMAGE_BYTES)
            ? NotebookFaceLibrary.NO_FACE
            : NotebookFaceLibrary.NO_FACE_URL);
  }

  @Override
  public Optional<FaceImage> imageOfManyFaces() {
    return Optional.of(NotebookSearch.THREE_FACES);
  }

  /** Between the similarity of equal images and that of others. */
  @Override
  public Similarity matchSimilarity() {
    return Similarity.of(0.9);
  }

  @Override
  public boolean durable() {
    return true;
  }

  /** The notebook is the storage: it keeps what a library wrote, and no library shares more. */
  @Override
  public Optional<FaceLibrary> openAfterClose() {
    return Optional.of(open());
  }

  @Override
  public Optional<FaceLibrary> openAfterCrash() {
    return Optional.of(open());
  }

  @Override
  public Optional<Discovery> discovery() {
    return Optional.of(
        new Discovery(
            NotebookProvider.NAME,
            Map.of(NotebookProvider.KEY, KEY, NotebookProvider.FACES_PER_PERSON, "5")));
  }

  @Override
  public Optional<NetworkFaults> networkFaults() {
    return Optional.of(new PretendedNetwork(this::open));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(KEY);
  }
}
