package io.facelibrary.embedded;

import io.facelibrary.Capability;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.SimilarityScale;
import io.facelibrary.engine.EngineLibraries;
import io.facelibrary.engine.EngineOptions;
import io.facelibrary.engine.LocalLibraryOptions;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A durable library in a folder of this machine. Created by {@link #builder} or by the name {@code
 * embedded}.
 *
 * <p>A write is on disk when the call returns. Soon after a deletion, no file in the folder
 * contains the deleted data. Operations on one person are linearizable. One process at a time can
 * write; others can read meanwhile. Within a process, a folder can be opened several times with the
 * same options.
 */
public final class EmbeddedFaceLibrary {
  private EmbeddedFaceLibrary() {}

  /**
   * Returns the builder of a library without limits that keeps images.
   *
   * @param folder contains a library or is empty; it is created if it does not exist, with access
   *     for its owner only
   * @throws InvalidRequestException if the folder is null
   */
  public static Builder builder(Path folder) {
    if (folder == null) {
      throw InvalidRequestException.of("folder", "must not be null");
    }
    return new Builder(folder, new EngineOptions());
  }

  /** Collects the options of a library. */
  public static final class Builder implements LocalLibraryOptions<Builder> {
    private final Path folder;
    private final EngineOptions options;
    private boolean keepsImages = true;
    private boolean readOnly;

    Builder(Path folder, EngineOptions options) {
      this.folder = folder;
      this.options = options;
    }

    @Override
    public Builder limits(Limits limits) {
      options.limits(limits);
      return this;
    }

    @Override
    public Builder greenLimits() {
      options.greenLimits();
      return this;
    }

    @Override
    public Builder without(Capability... capabilities) {
      options.without(capabilities);
      return this;
    }

    /**
     * Sets the face encoder, as {@link LocalLibraryOptions#encoder} describes.
     *
     * <p>A library belongs to the model of the encoder it was created with. Opened without an
     * encoder, it can be read, and faces and persons can be deleted. Images can then neither be
     * added nor searched.
     */
    @Override
    public Builder encoder(FaceEncoder encoder) {
      options.encoder(encoder);
      return this;
    }

    @Override
    public Builder scale(SimilarityScale scale) {
      options.scale(scale);
      return this;
    }

    @Override
    public Builder clock(Clock clock) {
      options.clock(clock);
      return this;
    }

    @Override
    public Builder nextDayGroups() {
      options.nextDayGroups();
      return this;
    }

    /**
     * Does not keep the images of faces that are added from now on, only their embeddings or
     * digests. These faces cannot be encoded again with another model.
     */
    public Builder withoutImages() {
      keepsImages = false;
      return this;
    }

    /**
     * Opens for reading only, also while another process writes. A search reads the database
     * instead of the mapped vectors and takes about a microsecond per face.
     */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /**
     * Opens the library, guarded.
     *
     * @throws InvalidRequestException if the folder contains other files and no library, or the
     *     library has another model
     * @throws FaceLibraryException {@code UNAVAILABLE} if another process has opened it for writing
     *     (the message names the process). {@code UNSUPPORTED} if it has the version of a newer
     *     release. {@code PERMISSION_DENIED} if the folder cannot be written. {@code DAMAGED} if
     *     the database is damaged
     */
    public FaceLibrary open() {
      try {
        return FaceLibraries.guard(
            EmbeddedProvider.NAME, readOnly ? openForReading() : openForWriting());
      } catch (RuntimeException e) {
        options.closeOwnedEncoder();
        throw e;
      }
    }

    private FaceLibrary openForReading() {
      ReadOnlyStore store = ReadOnlyStore.open(folder, options.model());
      restrictWithoutEncoder(store.hasModel());
      options.without(Capability.WRITES);
      return EngineLibraries.create(store, options);
    }

    private FaceLibrary openForWriting() {
      WritableStore store =
          StoreRegistry.acquire(
              folder,
              new StoreOptions(
                  options.model(),
                  options.limits().facesPerPerson(),
                  options.limits().groups(),
                  keepsImages,
                  options.clock()));
      restrictWithoutEncoder(store.hasModel());
      return new StoreMaintenance(EngineLibraries.create(store, options), store);
    }

    /** In a library with a model, a face without an embedding would never be found. */
    private void restrictWithoutEncoder(boolean libraryHasModel) {
      if (libraryHasModel && options.model().isEmpty()) {
        options.without(Capability.IMAGE_URL, Capability.IMAGE_BYTES, Capability.SEARCH);
      }
    }
  }
}
