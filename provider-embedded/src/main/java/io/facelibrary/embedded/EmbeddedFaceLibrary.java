package io.facelibrary.embedded;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.engine.EngineOptions;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A library in a folder of this machine, which lasts. Made by {@link #builder} or by the name
 * {@code embedded}.
 *
 * <p>What was acknowledged is on the disk, and what was deleted is, a moment later, in no file of
 * the folder. Every operation on one person happens at one moment between its call and its return.
 * One process at a time writes; others may read beside it. Within a process a folder may be opened
 * several times with the same settings.
 */
public final class EmbeddedFaceLibrary {
  private EmbeddedFaceLibrary() {}

  /**
   * Starts a library that limits nothing and keeps the pictures.
   *
   * @param folder holds a library or nothing; one that is not there is made, with access for its
   *     owner only
   */
  public static Builder builder(Path folder) {
    return new Builder(EngineOptions.present(folder, "folder"), new EngineOptions());
  }

  /** Collects how a library is to be. */
  public static final class Builder {
    private final Path folder;
    private final EngineOptions setup;
    private boolean keepsImages = true;
    private boolean readOnly;

    Builder(Path folder, EngineOptions setup) {
      this.folder = folder;
      this.setup = setup;
    }

    /** Sets the limits. Rates are declared and not enforced. */
    public Builder limits(Limits limits) {
      setup.limits(limits);
      return this;
    }

    /** Sets the limits of Alibaba Cloud's service (Green, custom face retrieval). */
    public Builder greenLimits() {
      setup.greenLimits();
      return this;
    }

    /** Takes capabilities away. */
    public Builder without(Capability... capabilities) {
      setup.without(capabilities);
      return this;
    }

    /**
     * Recognises faces: pictures that are added must show one face, and a search finds the nearest
     * of all faces in the groups asked, for up to 20 faces in a picture. Pictures by address are
     * refused, since nothing is fetched. The encoder stays the caller's, to be closed after the
     * library.
     *
     * <p>A library belongs to the model it was made with. Opened without an encoder it can be read,
     * and faces and persons deleted; pictures are then neither added nor searched with.
     */
    public Builder encoder(FaceEncoder encoder) {
      setup.encoder(encoder);
      return this;
    }

    /** Sets the clock of the time rule and the zone in which its days begin; UTC unless set. */
    public Builder clock(Clock clock) {
      setup.clock(clock);
      return this;
    }

    /**
     * Keeps Green's rule that a new group is found by search from the next day on (help page
     * "addPerson"). {@link Capabilities#searchDelay()} is then 25 hours, the longest day there is.
     */
    public Builder nextDayGroups() {
      setup.withNextDayGroups();
      return this;
    }

    /**
     * Keeps no pictures of the faces that are added from now on, only what they are known by. No
     * other model can then be tried on them.
     */
    public Builder withoutPictures() {
      keepsImages = false;
      return this;
    }

    /**
     * Opens for reading only, also while another process writes. A search reads the database
     * instead of the mapped vectors, and takes about a microsecond a face.
     */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /**
     * Opens the library, guarded.
     *
     * @throws InvalidRequestException if the folder holds no library and other things, or another
     *     model made the library
     * @throws FaceLibraryException {@code UNAVAILABLE} if another process writes (the message names
     *     it); {@code UNSUPPORTED} if a newer release made the library; {@code PERMISSION_DENIED}
     *     if the folder cannot be written; {@code INTERNAL} if the database is damaged
     */
    public FaceLibrary open() {
      try {
        return FaceLibraries.guard(EmbeddedProvider.NAME, readOnly ? reading() : writing());
      } catch (RuntimeException e) {
        setup.abandon();
        throw e;
      }
    }

    private FaceLibrary reading() {
      ReadOnlyStore store = ReadOnlyStore.open(folder, setup.model());
      withoutModel(store.hasModel());
      return setup.over(store);
    }

    private FaceLibrary writing() {
      WritableStore store =
          StoreRegistry.acquire(
              folder,
              new StoreOptions(
                  setup.model(),
                  setup.limits().facesPerPerson(),
                  setup.limits().groups(),
                  keepsImages,
                  setup.clock()));
      withoutModel(store.hasModel());
      return new StoreMaintenance(setup.over(store), store);
    }

    /** What came without an embedding would never be found in a library of embeddings. */
    private void withoutModel(boolean libraryHasModel) {
      if (libraryHasModel && !setup.recognises()) {
        setup.without(Capability.IMAGE_URL, Capability.IMAGE_BYTES, Capability.SEARCH);
      }
    }
  }
}
