package io.facelibrary.inmemory;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.engine.EngineSetup;
import java.time.Clock;
import java.util.Optional;

/**
 * A library in this process. Made by {@link #builder()} or by the name {@code inmemory}.
 *
 * <p>Every operation on one person happens at one moment between its call and its return, whatever
 * other threads do (it is linearizable), and persons do not wait for each other.
 */
public final class InMemoryFaceLibrary {
  private InMemoryFaceLibrary() {}

  /** Starts a library that limits nothing, offers everything, and keeps no time rule. */
  public static Builder builder() {
    return new Builder(new EngineSetup());
  }

  /** Collects how a library is to be. */
  public static final class Builder {
    private final EngineSetup setup;
    private Optional<Resemblance> resemblance = Optional.empty();
    private boolean yearlyClearing;

    Builder(EngineSetup setup) {
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

    /** Takes capabilities away, to see how a program does without. */
    public Builder without(Capability... capabilities) {
      setup.without(capabilities);
      return this;
    }

    /** Sets how search compares pictures; {@link Resemblance#samePicture()} unless set. */
    public Builder resemblance(Resemblance resemblance) {
      this.resemblance = Optional.of(EngineSetup.present(resemblance, "resemblance"));
      return this;
    }

    /**
     * Recognises faces: pictures that are added must show one face, and a search finds the nearest
     * of all faces in the groups asked, for up to 20 faces in a picture. Embeddings are kept and
     * pictures are not; pictures by address are refused, since nothing is fetched. The encoder
     * stays the caller's, to be closed after the library.
     *
     * @throws InvalidRequestException when opened, if there is a resemblance too
     */
    public Builder encoder(FaceEncoder encoder) {
      setup.encoder(encoder);
      return this;
    }

    /** Sets the clock of the time rules and the zone in which their days begin; UTC unless set. */
    public Builder clock(Clock clock) {
      setup.clock(clock);
      return this;
    }

    /**
     * Keeps Green's rule that a new group is found by search from the next day on (help page
     * "addPerson"). {@link Capabilities#settling()} is then 25 hours, the longest day there is.
     */
    public Builder nextDayGroups() {
      setup.withNextDayGroups();
      return this;
    }

    /**
     * Keeps Green's rule that all faces and groups are cleared when a year has passed since the
     * last search and the last added face (help document 70422). Persons stay, in no group.
     */
    public Builder yearlyClearing() {
      yearlyClearing = true;
      return this;
    }

    /** Opens the library, empty and guarded. */
    public FaceLibrary open() {
      if (setup.recognises() && resemblance.isPresent()) {
        throw InvalidRequestException.of("resemblance", "must not be set beside an encoder");
      }
      MemoryState state = state();
      return FaceLibraries.guard(
          InMemoryProvider.NAME,
          yearlyClearing ? setup.clearedYearlyOver(state) : setup.over(state));
    }

    private MemoryState state() {
      int mostGroups = setup.limits().groups().orElse(Integer.MAX_VALUE);
      return setup
          .model()
          .map(EncoderModel::dimensions)
          .map(dimensions -> MemoryState.ofEmbeddings(mostGroups, setup.clock(), dimensions))
          .orElseGet(
              () ->
                  MemoryState.ofPictures(
                      mostGroups, setup.clock(), resemblance.orElseGet(Resemblance::samePicture)));
    }
  }
}
