package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import io.facelibrary.support.FaultyProviders;
import io.facelibrary.support.SampleProvider;
import io.facelibrary.support.ServicesLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceLibrariesTest {

  private static SampleProvider.Opened sample(FaceLibrary library) {
    return library.unwrap(SampleProvider.Opened.class).orElseThrow();
  }

  @Test
  void opensByName() {
    FaceLibrary library = FaceLibraries.open("sample", Map.of("faces-per-person", "3"));

    assertThat(sample(library).facesPerPerson).isEqualTo(3);
    assertThatThrownBy(() -> library.findPerson(null)).hasMessageStartingWith("sample findPerson");
  }

  @Test
  void opensByTheSettingThatNamesTheProvider() {
    FaceLibrary library = FaceLibraries.open(Map.of("provider", "sample", "region", "cn-shanghai"));

    assertThat(sample(library).region).isEqualTo("cn-shanghai");
  }

  @Test
  void opensTheOnlyProviderIfNoneIsNamed() {
    FaceLibrary library = FaceLibraries.open(Map.of("faces-per-person", "4"));

    assertThat(sample(library).facesPerPerson).isEqualTo(4);
  }

  @Test
  void opensANewLibraryEachTime() {
    assertThat(sample(FaceLibraries.open("sample", Map.of())))
        .isNotSameAs(sample(FaceLibraries.open("sample", Map.of())));
  }

  @Test
  void listsTheInstalledProviders() {
    assertThat(FaceLibraries.providers())
        .extracting(FaceLibraryProvider::name)
        .containsExactly("sample");
  }

  @Test
  void opensWithSettingsFromTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "FACE_LIBRARY_PROVIDER", "sample",
            "FACE_LIBRARY_FACES_PER_PERSON", "7",
            "FACE_LIBRARY_REGION", "CN_Shanghai",
            "FACE_LIBRARIES", "ignored",
            "PATH", "/bin");

    SampleProvider.Opened opened = sample(FaceLibraries.fromEnvironment(environment));

    assertThat(opened.facesPerPerson).isEqualTo(7);
    assertThat(opened.region).isEqualTo("CN_Shanghai");
  }

  @Test
  void refusesTwoVariablesOfOneSetting() {
    assertRefused(
        "faces-per-person",
        "is set by two variables, FACE_LIBRARY_FACES_PER_PERSON and FACE_LIBRARY_faces_per_person",
        () ->
            FaceLibraries.fromEnvironment(
                Map.of(
                    "FACE_LIBRARY_FACES_PER_PERSON", "3", "FACE_LIBRARY_faces_per_person", "4")));
  }

  @Test
  void closesALibraryThatCannotBeGuarded() {
    ClassLoader loader = ServicesLoader.of(FaultyProviders.ReturnsNullCapabilities.class);
    int before = FaultyProviders.ReturnsNullCapabilities.CLOSED.get();

    assertThatThrownBy(() -> FaceLibraries.open("null-capabilities", Map.of(), loader))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL));
    assertThat(FaultyProviders.ReturnsNullCapabilities.CLOSED).hasValue(before + 1);
  }

  @Test
  void addsAFailureOfClosingToTheFailureOfGuarding() {
    ClassLoader loader = ServicesLoader.of(FaultyProviders.FailsToClose.class);

    assertThatThrownBy(() -> FaceLibraries.open("fails-to-close", Map.of(), loader))
        .hasMessageContaining("returned null for its capabilities")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .isInstanceOf(IllegalStateException.class));
  }

  @Test
  void opensTheOnlyProviderIfTheEnvironmentHasNoSettings() {
    assertThat(sample(FaceLibraries.fromEnvironment(Map.of("HOME", "/"))).facesPerPerson)
        .isEqualTo(20);
  }

  @Test
  void refusesUnknownSettings() {
    String known =
        "its settings are [encoder, faces-per-person, key, key-file, match-similarity,"
            + " possible-similarity, region]";

    assertRefused(
        "faces-per-persons",
        "is not a setting of the provider sample (did you mean faces-per-person?); " + known,
        () -> FaceLibraries.open("sample", Map.of("faces-per-persons", "3")));
    assertRefused(
        "provider",
        "is not a setting of the provider sample; " + known,
        () -> FaceLibraries.open("sample", Map.of("provider", "sample")));
    assertRefused(
        "FACE_LIBRARY_FACES",
        "is not a setting of the provider sample; its settings are [encoder, encoder.license,",
        () -> FaceLibraries.fromEnvironment(Map.of("FACE_LIBRARY_FACES", "3")));
  }

  @Test
  void listsAllSettingsOfAProviderWithThoseOfTheEncoders() {
    assertThat(FaceLibraries.settings(new SampleProvider()))
        .extracting(ProviderSetting::name)
        .containsExactly(
            "faces-per-person",
            "region",
            "key",
            "encoder",
            "match-similarity",
            "possible-similarity",
            "encoder.manifest",
            "encoder.license");
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertRefused(
        "faces-per-person",
        "must be a whole number from 1 to 100",
        () -> FaceLibraries.open("sample", Map.of("faces-per-person", "101")));
  }

  @Test
  void refusesANullProvider() {
    Map<String, String> settings = new HashMap<>();
    settings.put("provider", null);

    assertRefused("provider", "must not be null", () -> FaceLibraries.open(settings));
    assertRefused("provider", "must not be null", () -> FaceLibraries.open(null, Map.of()));
  }

  @Test
  void treatsABlankNameOfAProviderAsAbsent() {
    for (String blank : List.of("", " ")) {
      assertThat(sample(FaceLibraries.open(Map.of("provider", blank)))).isNotNull();
      assertThat(sample(FaceLibraries.fromEnvironment(Map.of("FACE_LIBRARY_PROVIDER", blank))))
          .isNotNull();
    }
    assertRefused("provider", "must be one of [sample]", () -> FaceLibraries.open("", Map.of()));
  }

  @Test
  void ignoresSpacesAroundTheNameOfAProvider() {
    assertThat(sample(FaceLibraries.open(Map.of("provider", " sample\r")))).isNotNull();
    assertThat(sample(FaceLibraries.fromEnvironment(Map.of("FACE_LIBRARY_PROVIDER", "sample "))))
        .isNotNull();
  }

  @Test
  void usesTheClassLoaderOfTheApiAndNotOfTheThread() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ServicesLoader.of(FaultyProviders.Other.class));
    try {
      assertThat(sample(FaceLibraries.open(Map.of())).facesPerPerson).isEqualTo(20);
      assertRefused(
          "provider", "must be one of [sample]", () -> FaceLibraries.open("other", Map.of()));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void usesTheGivenClassLoader() {
    ClassLoader loader = ServicesLoader.of(FaultyProviders.Other.class);

    FaceLibrary library = FaceLibraries.open("other", Map.of(), loader);

    assertThat(library.unwrap(FakeFaceLibrary.class)).isPresent();
    assertRefused(
        "provider", "must be one of [other]", () -> FaceLibraries.open("sample", Map.of(), loader));
  }

  @Test
  void guardsAnOpenedLibraryOnce() {
    FaceLibrary library =
        FaceLibraries.open("other", Map.of(), ServicesLoader.of(FaultyProviders.Other.class));

    assertThat(library).isInstanceOf(GuardedFaceLibrary.class);
    assertThat(FaceLibraries.guard("again", library)).isSameAs(library);
  }

  @Test
  void anUnexpectedExceptionOnOpeningIsReportedAsADefectWithItsCause() {
    ClassLoader loader = ServicesLoader.of(FaultyProviders.ThrowsInOpen.class);

    assertThatThrownBy(() -> FaceLibraries.open("throws-in-open", Map.of(), loader))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(failure.effect()).isEqualTo(Effect.NONE);
              assertThat(failure.call()).isEmpty();
            })
        .hasMessage(
            "the provider throws-in-open failed to open a library: java.lang.IllegalArgumentException"
                + " (INTERNAL, effect NONE)")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProviderThatReturnsNullIsReportedAsADefect() {
    ClassLoader loader = ServicesLoader.of(FaultyProviders.ReturnsNull.class);

    assertThatThrownBy(() -> FaceLibraries.open("returns-null", Map.of(), loader))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL))
        .hasMessageContaining("the provider returns-null returned null for a library");
  }
}
