package io.facelibrary.engine;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The options of the rules, which the builders of providers collect. By default there are no
 * limits, all capabilities and no time rules.
 */
public final class EngineOptions implements LocalLibraryOptions<EngineOptions> {
  // A day has 25 hours when the clocks go back.
  private static final Duration LONGEST_DAY = Duration.ofHours(25);

  /** Without an encoder every image similar to the searched one is a match. */
  private static final SimilarityScale SAME_IMAGE =
      SimilarityScale.ofThresholds(
          Similarity.of(Double.MIN_VALUE), Similarity.of(Double.MIN_VALUE));

  private final Set<Capability> missing = EnumSet.noneOf(Capability.class);
  private Limits limits = Limits.none();
  private Clock clock = Clock.systemUTC();
  private Optional<CheckedEncoder> encoder = Optional.empty();
  private Optional<SimilarityScale> scale = Optional.empty();
  private Optional<Similarity> ownThreshold = Optional.empty();
  private boolean nextDayGroups;
  private boolean yearlyClearing;

  /** Creates the default options. */
  public EngineOptions() {}

  @Override
  public EngineOptions limits(Limits limits) {
    this.limits = Checks.present(limits, "limits");
    return this;
  }

  @Override
  public EngineOptions greenLimits() {
    return limits(GreenLimits.LIMITS);
  }

  @Override
  public EngineOptions without(Capability... capabilities) {
    for (Capability capability : Checks.present(capabilities, "capabilities")) {
      missing.add(Checks.present(capability, "capabilities"));
    }
    return this;
  }

  @Override
  public EngineOptions encoder(FaceEncoder encoder) {
    return encoder(new CheckedEncoder(Checks.present(encoder, "encoder"), false));
  }

  /** Sets an encoder that is closed with the library. */
  EngineOptions ownedEncoder(FaceEncoder encoder) {
    return encoder(new CheckedEncoder(encoder, true));
  }

  private EngineOptions encoder(CheckedEncoder checked) {
    encoder = Optional.of(checked);
    return without(Capability.IMAGE_URL, Capability.FACE_IMAGE_URL);
  }

  @Override
  public EngineOptions scale(SimilarityScale scale) {
    this.scale = Optional.of(Checks.present(scale, "scale"));
    return this;
  }

  /**
   * Takes the scale away and applies a threshold that is not declared, as some services do: see
   * {@link Capability#OWN_THRESHOLD}.
   */
  public EngineOptions ownThreshold(Similarity threshold) {
    ownThreshold = Optional.of(Checks.present(threshold, "threshold"));
    return this;
  }

  @Override
  public EngineOptions clock(Clock clock) {
    this.clock = Checks.present(clock, "clock");
    return this;
  }

  @Override
  public EngineOptions nextDayGroups() {
    nextDayGroups = true;
    return this;
  }

  /**
   * Enables Green's rule that all faces and groups are cleared a year after the last search and the
   * last added face (help document 70422). Persons stay, in no group.
   */
  public EngineOptions yearlyClearing() {
    yearlyClearing = true;
    return this;
  }

  /** The limits. */
  public Limits limits() {
    return limits;
  }

  /** The clock of the time rules. */
  public Clock clock() {
    return clock;
  }

  /** The model of the encoder; empty without an encoder. */
  public Optional<EncoderModel> model() {
    return encoder.map(CheckedEncoder::model);
  }

  /** Closes the encoder if the library owns it. For callers that failed to open the library. */
  public void closeOwnedEncoder() {
    encoder.ifPresent(CheckedEncoder::close);
  }

  Optional<CheckedEncoder> encoder() {
    return encoder;
  }

  Optional<Similarity> ownThreshold() {
    return ownThreshold;
  }

  boolean hasNextDayGroups() {
    return nextDayGroups;
  }

  boolean hasYearlyClearing() {
    return yearlyClearing;
  }

  Capabilities capabilities() {
    Capabilities.Builder capabilities =
        Capabilities.builder()
            .offers(
                Capability.IMAGE_URL,
                Capability.IMAGE_BYTES,
                Capability.FACE_IMAGE_URL,
                Capability.SEARCH,
                Capability.SEARCH_MANY_GROUPS,
                Capability.SEARCH_AMONG_PERSONS,
                Capability.SEARCH_BY_FACE,
                Capability.LIST_GROUPS,
                Capability.LIST_PERSONS,
                Capability.LIST_ALL_PERSONS)
            .limits(limits)
            .searchDelay(nextDayGroups ? LONGEST_DAY : Duration.ZERO)
            .without(missing.toArray(new Capability[0]));
    if (ownThreshold.isPresent()) {
      return capabilities.offers(Capability.OWN_THRESHOLD).build();
    }
    effectiveScale().ifPresent(capabilities::scale);
    return capabilities.build();
  }

  private Optional<SimilarityScale> effectiveScale() {
    if (scale.isEmpty()) {
      return model().isPresent() ? model().get().scale() : Optional.of(SAME_IMAGE);
    }
    if (encoder.isEmpty() && scale.get().hasRates()) {
      throw InvalidRequestException.of("scale", "must be a scale of thresholds without an encoder");
    }
    return scale;
  }
}
