package io.facelibrary.engine;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of a library are to be: what the builders of providers collect. Limits nothing,
 * offers everything and keeps no time rule unless told.
 */
public final class EngineOptions {
  // A day of 24 hours, and one more when the clocks go back.
  private static final Duration LONGEST_DAY = Duration.ofHours(25);

  private final Set<Capability> missing = EnumSet.noneOf(Capability.class);
  private Limits limits = Limits.none();
  private Clock clock = Clock.systemUTC();
  private Optional<CheckedEncoder> encoder = Optional.empty();
  private boolean nextDayGroups;

  /** Starts with the setup above. */
  public EngineOptions() {}

  /** Sets the limits. Rates are declared and not enforced. */
  public EngineOptions limits(Limits limits) {
    this.limits = present(limits, "limits");
    return this;
  }

  /** The limits. */
  public Limits limits() {
    return limits;
  }

  /** Sets the limits of Alibaba Cloud's service (Green, custom face retrieval). */
  public EngineOptions greenLimits() {
    return limits(GreenLimits.LIMITS);
  }

  /** Takes capabilities away. */
  public EngineOptions without(Capability... capabilities) {
    for (Capability capability : present(capabilities, "capabilities")) {
      missing.add(present(capability, "capabilities"));
    }
    return this;
  }

  /**
   * Recognises faces; pictures by address are then refused, since nothing is fetched.
   *
   * @param encoder stays the caller's, to be closed after the library
   * @throws InvalidRequestException if it has no dimension
   */
  public EngineOptions encoder(FaceEncoder encoder) {
    return encoder(new CheckedEncoder(present(encoder, "encoder"), false));
  }

  /** Recognises faces by an encoder that is closed with the library. */
  EngineOptions ownEncoder(FaceEncoder encoder) {
    return encoder(new CheckedEncoder(encoder, true));
  }

  private EngineOptions encoder(CheckedEncoder checked) {
    encoder = Optional.of(checked);
    return without(Capability.IMAGE_URL, Capability.FACE_IMAGE_URL);
  }

  /** Whether faces are recognised. */
  public boolean recognises() {
    return encoder.isPresent();
  }

  /** What makes the embeddings, if anything does. */
  public Optional<EncoderModel> model() {
    return encoder.map(CheckedEncoder::model);
  }

  Optional<CheckedEncoder> encoder() {
    return encoder;
  }

  /** Sets the clock of the time rules and the zone in which their days begin; UTC unless set. */
  public EngineOptions clock(Clock clock) {
    this.clock = present(clock, "clock");
    return this;
  }

  /** The clock of the time rules. */
  public Clock clock() {
    return clock;
  }

  /**
   * Keeps Green's rule that a new group is found by search from the next day on (help page
   * "addPerson"). {@link Capabilities#searchDelay()} is then 25 hours, the longest day there is.
   */
  public EngineOptions withNextDayGroups() {
    nextDayGroups = true;
    return this;
  }

  boolean nextDayGroups() {
    return nextDayGroups;
  }

  Capabilities capabilities() {
    return Capabilities.all()
        .withLimits(limits)
        .withSearchDelay(nextDayGroups ? LONGEST_DAY : Duration.ZERO)
        .without(missing.toArray(new Capability[0]));
  }

  /** Opens a library over a state, which is closed with it. Not guarded yet. */
  public FaceLibrary over(LibraryStore state) {
    return new EngineFaceLibrary(state, this);
  }

  /**
   * Opens a library over a state, with Green's rule that all faces and groups are cleared when a
   * year has passed since the last search and the last added face (help document 70422). Not
   * guarded yet.
   */
  public FaceLibrary clearedYearlyOver(LibraryStore state) {
    return new YearlyClearing(new EngineFaceLibrary(state, this), clock);
  }

  /** Closes the encoder if it is the library's own; for when no library could be opened. */
  public void abandon() {
    encoder.ifPresent(CheckedEncoder::close);
  }

  /**
   * Refuses null, as every builder does.
   *
   * @throws InvalidRequestException if the value is null; it names the field
   */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.of(field, "must not be null");
    }
    return value;
  }
}
