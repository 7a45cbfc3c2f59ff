package io.facelibrary.inmemory;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Similarity;
import io.facelibrary.engine.EngineProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens libraries in this process, under the name {@value #NAME}. They end with the process.
 *
 * <p>All settings are optional; {@link #settings} states their meanings. Without settings there are
 * no limits. The resources are a {@link java.time.Clock} for the time rules and a {@link
 * io.facelibrary.FaceEncoder}.
 */
public final class InMemoryProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "inmemory";

  private static final ProviderSetting<Boolean> YEARLY_CLEARING =
      ProviderSetting.flag(
          "yearly-clearing", "true to clear faces and groups a year after the last use");

  private static final ProviderSetting<List<Capability>> WITHOUT =
      ProviderSetting.parsed(
          "without",
          "the capabilities to take away, separated by commas: " + CapabilityWords.all(),
          "must be one or more of " + CapabilityWords.all() + ", separated by commas",
          CapabilityWords::parse);
  private static final ProviderSetting<Duration> QUERY_DELAY =
      ProviderSetting.duration("query-delay", "the age at which queries of a person see a write")
          .between(Duration.ZERO, Duration.ofDays(1))
          .orElse(Duration.ZERO);
  private static final ProviderSetting<Double> OWN_THRESHOLD =
      ProviderSetting.decimal(
              "own-threshold", "the least similarity of a match, applied but not declared")
          .between(0.0, 1.0);

  /** For {@link java.util.ServiceLoader}. */
  public InMemoryProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return Stream.concat(
            EngineProviderSettings.ALL.stream(),
            Stream.of(YEARLY_CLEARING, WITHOUT, QUERY_DELAY, OWN_THRESHOLD))
        .toList();
  }

  @Override
  public Set<Class<?>> resources() {
    return EngineProviderSettings.RESOURCES;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return builder(settings).open();
  }

  static InMemoryFaceLibrary.Builder builder(ProviderSettings settings) {
    InMemoryFaceLibrary.Builder builder =
        new InMemoryFaceLibrary.Builder(EngineProviderSettings.options(settings));
    builder.queryDelay(settings.get(QUERY_DELAY));
    settings.find(WITHOUT).ifPresent(it -> builder.without(it.toArray(new Capability[0])));
    settings.find(OWN_THRESHOLD).map(Similarity::of).ifPresent(builder::ownThreshold);
    return settings.get(YEARLY_CLEARING) ? builder.yearlyClearing() : builder;
  }
}
