package io.facelibrary.inmemory;

import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.engine.EngineLibraries;
import io.facelibrary.engine.EngineOptions;
import io.facelibrary.engine.LocalLibraryOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A library in this process. Created by {@link #builder()} or by the name {@code inmemory}.
 *
 * <p>Operations on one person are linearizable. Operations on different persons do not wait for
 * each other.
 */
public final class InMemoryFaceLibrary {
  private InMemoryFaceLibrary() {}

  /** Returns a builder without limits and time rules, and with all capabilities. */
  public static Builder builder() {
    return new Builder(new EngineOptions());
  }

  /** Collects the options of a library. */
  public static final class Builder implements LocalLibraryOptions<Builder> {
    private final EngineOptions options;
    private Optional<ImageMatcher> imageMatcher = Optional.empty();
    private Duration queryDelay = Duration.ZERO;

    Builder(EngineOptions options) {
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
     * Sets how search compares images; {@link ImageMatcher#exactImage()} by default.
     *
     * @throws InvalidRequestException if the matcher is null
     */
    public Builder imageMatcher(ImageMatcher imageMatcher) {
      if (imageMatcher == null) {
        throw InvalidRequestException.of("imageMatcher", "must not be null");
      }
      this.imageMatcher = Optional.of(imageMatcher);
      return this;
    }

    /**
     * Sets the face encoder, as {@link LocalLibraryOptions#encoder} describes.
     *
     * <p>The library stores embeddings and no images. An encoder cannot be combined with an image
     * matcher.
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
     * Enables Green's rule that all faces and groups are cleared a year after the last search and
     * the last added face (help document 70422). Persons stay, in no group.
     */
    public Builder yearlyClearing() {
      options.yearlyClearing();
      return this;
    }

    /**
     * Returns in queries of a person the state before every write that is younger than a delay, to
     * test a program for services without {@link Capability#CONSISTENT_QUERIES}.
     *
     * @throws InvalidRequestException if the delay is null or negative
     */
    public Builder queryDelay(Duration delay) {
      if (delay == null || delay.isNegative()) {
        throw InvalidRequestException.of("queryDelay", "must be a duration of zero or more");
      }
      this.queryDelay = delay;
      return this;
    }

    /**
     * Applies a threshold that the library does not declare, to test a program for services with
     * {@link Capability#OWN_THRESHOLD}. The library then has no scale.
     *
     * @throws InvalidRequestException if the threshold is null
     */
    public Builder ownThreshold(Similarity threshold) {
      options.ownThreshold(threshold);
      return this;
    }

    /**
     * Opens the library, empty and guarded.
     *
     * @throws InvalidRequestException if there are both an encoder and an image matcher
     */
    public FaceLibrary open() {
      if (options.model().isPresent() && imageMatcher.isPresent()) {
        throw InvalidRequestException.of(
            "imageMatcher", "must not be set together with an encoder");
      }
      FaceLibrary library = EngineLibraries.create(store(), options);
      return FaceLibraries.guard(
          InMemoryProvider.NAME,
          queryDelay.isZero() ? library : new DelayedQueries(library, queryDelay, options.clock()));
    }

    private MemoryStore store() {
      int maxGroups = options.limits().groups().orElse(Integer.MAX_VALUE);
      return options
          .model()
          .map(EncoderModel::dimensions)
          .map(dimensions -> MemoryStore.ofEmbeddings(maxGroups, options.clock(), dimensions))
          .orElseGet(
              () ->
                  MemoryStore.ofImages(
                      maxGroups,
                      options.clock(),
                      imageMatcher.orElseGet(ImageMatcher::exactImage)));
    }
  }
}
