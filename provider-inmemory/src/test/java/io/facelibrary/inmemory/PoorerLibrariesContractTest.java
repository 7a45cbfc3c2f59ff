package io.facelibrary.inmemory;

import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ProviderSettings;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import io.facelibrary.testkit.TestClock;
import io.facelibrary.testkit.TestImages;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract, on libraries that lack one capability or have unusual limits, by their settings.
 * Programs are tested against them in place of a service.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("variants")
class PoorerLibrariesContractTest extends FaceLibraryContract {
  private static final FaceImage.Bytes CROWD = TestImages.of(-2);

  @Parameter Variant variant;

  /** Some settings, without an encoder and with one. */
  record Variant(String name, Map<String, String> settings, boolean encodes) {
    static Stream<Variant> both(String name, String value) {
      Map<String, String> settings = Map.of(name, value);
      String text = name + "=" + value;
      return Stream.of(
          new Variant(text, settings, false), new Variant(text + ", encoder", settings, true));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Variant> variants() {
    return Stream.concat(
            Arrays.stream(Capability.values())
                .filter(it -> it != Capability.OWN_THRESHOLD)
                .map(it -> new String[] {"without", word(it)}),
            Stream.of(
                new String[] {"query-delay", "5s"},
                new String[] {"own-threshold", "0.9"},
                new String[] {"name-length", "0"},
                new String[] {"note-length", "20"},
                new String[] {"groups-per-person", "1"},
                new String[] {"groups-per-person", "3"},
                new String[] {"faces-per-search", "2"}))
        .flatMap(it -> Variant.both(it[0], it[1]))
        // An encoder takes images by content only.
        .filter(it -> !(it.encodes() && it.settings().containsValue("image-bytes")));
  }

  private static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  protected Harness newHarness() {
    return new SettingsHarness(variant);
  }

  private record SettingsHarness(Variant variant, TestClock clock) implements Harness {
    SettingsHarness(Variant variant) {
      this(variant, TestClock.at("2026-11-28T12:00:00Z"));
    }

    @Override
    public FaceLibrary open() {
      InMemoryFaceLibrary.Builder builder =
          InMemoryProvider.builder(ProviderSettings.of(variant.settings()));
      builder.clock(clock);
      if (variant.encodes()) {
        FakeFaceEncoder encoder = new FakeFaceEncoder();
        encoder.declare(
            CROWD, FakeFaceEncoder.vector(7), FakeFaceEncoder.vector(8), FakeFaceEncoder.vector(9));
        builder.encoder(encoder).scale(EncoderHarness.SCALE);
      }
      return builder.open();
    }

    @Override
    public Optional<FaceImage> unsuitableImage() {
      return variant.encodes() ? Optional.of(FakeFaceEncoder.WITHOUT_FACE) : Optional.empty();
    }

    @Override
    public Optional<FaceImage> imageOfManyFaces() {
      return variant.encodes() ? Optional.of(CROWD) : Optional.empty();
    }

    @Override
    public void waitForQueries(Duration queryDelay) {
      clock.advance(queryDelay.plusSeconds(1));
    }
  }
}
