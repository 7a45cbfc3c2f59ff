package io.facelibrary.inmemory;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.engine.EngineOptions;
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
    return new Builder(new EngineOptions());
  }

  /** Collects how a library is to be. */
  public static final class Builder {
    private final EngineOptions setup;
    private Optional<ImageMatcher> imageMatcher = Optional.empty();
    private boolean yearlyClearing;

    Builder(EngineOptions setup) {
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

    /** Sets how search compares pictures; {@link ImageMatcher#exactImage()} unless set. */
    public Builder imageMatcher(ImageMatcher imageMatcher) {
      this.imageMatcher = Optional.of(EngineOptions.present(imageMatcher, "imageMatcher"));
      return this;
    }

    /**
     * Recognises faces: pictures that are added must show one face, and a search finds the nearest
     * of all faces in the groups asked, for up to 20 faces in a picture. Embeddings are kept and
     * pictures are not; pictures by address are refused, since nothing is fetched. The encoder
     * stays the caller's, to be closed after the library.
     *
     * @throws InvalidRequestException when opened, if there is a imageMatcher too
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
     * "addPerson"). {@link Capabilities#searchDelay()} is then 25 hours, the longest day there is.
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
      if (setup.recognises() && imageMatcher.isPresent()) {
        throw InvalidRequestException.of("imageMatcher", "must not be set beside an encoder");
      }
      MemoryStore state = state();
      return FaceLibraries.guard(
          InMemoryProvider.NAME,
          yearlyClearing ? setup.clearedYearlyOver(state) : setup.over(state));
    }

    private MemoryStore state() {
      int mostGroups = setup.limits().groups().orElse(Integer.MAX_VALUE);
      return setup
          .model()
          .map(EncoderModel::dimensions)
          .map(dimensions -> MemoryStore.ofEmbeddings(mostGroups, setup.clock(), dimensions))
          .orElseGet(
              () ->
                  MemoryStore.ofPictures(
                      mostGroups, setup.clock(), imageMatcher.orElseGet(ImageMatcher::exactImage)));
    }
  }
}
