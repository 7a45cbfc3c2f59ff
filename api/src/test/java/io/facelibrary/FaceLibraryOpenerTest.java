package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FaultyProviders;
import io.facelibrary.support.SampleProvider;
import io.facelibrary.support.ServicesLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceLibraryOpenerTest {
  private static final String ENCODER = "one-number";

  private static SampleProvider.Opened open(FaceLibraryOpener opener) {
    return opener.open().unwrap(SampleProvider.Opened.class).orElseThrow();
  }

  private static FaceLibraryOpener sample() {
    return FaceLibraries.opener("sample");
  }

  @Test
  void aLaterSettingReplacesAnEarlierOne() {
    SampleProvider.Opened opened =
        open(
            sample()
                .setting("region", "first")
                .settings(Map.of("region", "second", "faces-per-person", "3"))
                .setting("faces-per-person", "4"));

    assertThat(opened.region).isEqualTo("second");
    assertThat(opened.facesPerPerson).isEqualTo(4);
  }

  @Test
  void settingsOverrideVariables() {
    Map<String, String> environment =
        Map.of("APP_PROVIDER", "sample", "APP_REGION", "variable", "APP_FACES_PER_PERSON", "5");

    SampleProvider.Opened opened =
        open(
            FaceLibraries.opener()
                .setting("region", "setting")
                .setting("faces-per-person", " ")
                .environment("APP_", environment));

    assertThat(opened.region).isEqualTo("setting");
    assertThat(opened.facesPerPerson).isEqualTo(5);
  }

  @Test
  void severalLibrariesHaveTheirOwnPrefixes() {
    Map<String, String> environment = Map.of("STAFF_REGION", "a", "VISITORS_REGION", "b");

    FaceLibrary staff = FaceLibraries.fromEnvironment("STAFF_", environment);
    FaceLibrary visitors = FaceLibraries.fromEnvironment("VISITORS_", environment);

    assertThat(staff.unwrap(SampleProvider.Opened.class).orElseThrow().region).isEqualTo("a");
    assertThat(visitors.unwrap(SampleProvider.Opened.class).orElseThrow().region).isEqualTo("b");
  }

  @Test
  void passesAResource() {
    Clock clock = Clock.systemUTC();

    assertThat(open(sample().resource(Clock.class, clock)).clock).containsSame(clock);
    assertThat(open(sample()).clock).isEmpty();
  }

  @Test
  void refusesAResourceThatTheProviderDoesNotUse() {
    assertRefused(
        "java.lang.Thread",
        "is not a resource of the provider sample; its resources are [java.time.Clock]",
        () -> sample().resource(Thread.class, Thread.currentThread()).open());
  }

  @Test
  void theEnvironmentCanSetASettingOfTheEncoder() {
    SampleProvider.Opened opened =
        open(
            FaceLibraries.opener()
                .environment(
                    "FACE_LIBRARY_",
                    Map.of("FACE_LIBRARY_ENCODER", ENCODER, "FACE_LIBRARY_ENCODER_MANIFEST", "m")));

    assertThat(opened.encoder.orElseThrow().manifest).contains("m");
  }

  @Test
  void settingsOfTheEncoderAreCheckedByItsOwnList() {
    assertRefused(
        "encoder.manifst",
        "is not a setting of the provider sample (did you mean encoder.manifest?); its settings"
            + " are [encoder, encoder.license, encoder.license-file, encoder.manifest,",
        () -> sample().setting("encoder", ENCODER).setting("encoder.manifst", MARKER).open());
    assertRefused(
        "encoder.manifest",
        "must not be set without encoder",
        () -> sample().setting("encoder.manifest", MARKER).open());
    assertRefused(
        "encoder",
        "must be one of [one-number]",
        () -> sample().setting("encoder", MARKER).setting("encoder.manifest", MARKER).open());
  }

  @Test
  void readsSecretsOfTheLibraryAndOfTheEncoderFromFiles(@TempDir Path folder) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "k\n");
    Path license = Files.writeString(folder.resolve("license"), "l\n");

    SampleProvider.Opened opened =
        open(
            sample()
                .setting("key-file", key.toString())
                .setting("encoder", ENCODER)
                .setting("encoder.license-file", license.toString()));

    assertThat(opened.key).contains(Secret.of("k"));
    assertThat(opened.encoder.orElseThrow().license).contains(Secret.of("l"));
  }

  @Test
  void refusesAValueThatTheProviderWouldNotRead() {
    assertRefused(
        "faces-per-person",
        "must be a whole number from 1 to 100",
        () -> sample().setting("faces-per-person", MARKER).open());
  }

  @Test
  void ignoresTheServiceVariablesOfKubernetes() {
    Map<String, String> environment =
        Map.of(
            "FACE_LIBRARY_PORT", "tcp://10.0.0.11:8080",
            "FACE_LIBRARY_SERVICE_HOST", "10.0.0.11",
            "FACE_LIBRARY_REGION", "a");

    FaceLibrary library = FaceLibraries.fromEnvironment(environment);

    assertThat(library.unwrap(SampleProvider.Opened.class).orElseThrow().region).isEqualTo("a");
  }

  @Test
  void settingsWithTheSameVariableAreADefectOfTheProvider() {
    FaceLibraryOpener opener =
        FaceLibraries.opener("colliding")
            .classLoader(ServicesLoader.of(FaultyProviders.CollidingSettings.class));

    assertThatThrownBy(opener::open)
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL))
        .hasMessageContaining("a-b and ab of the provider colliding");
  }

  @Test
  void aProviderWithoutAListOfSettingsIsADefect() {
    FaceLibraryOpener opener =
        FaceLibraries.opener("null-settings")
            .classLoader(ServicesLoader.of(FaultyProviders.ReturnsNullSettings.class));

    assertThatThrownBy(opener::open)
        .isInstanceOf(FaceLibraryException.class)
        .hasMessageContaining("null-settings");
  }
}
