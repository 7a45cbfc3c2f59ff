package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ProviderSettings#checked} and {@link ProviderSettings#under}. */
class CheckedSettingsTest {
  private static final ProviderSetting<String> REGION =
      ProviderSetting.text("region", "the region");
  private static final ProviderSetting<Integer> FACES =
      ProviderSetting.integer("faces-per-person", "faces").between(1, 20);
  private static final ProviderSetting<Secret> KEY = ProviderSetting.secret("key", "the key");
  private static final List<ProviderSetting<?>> KNOWN = List.of(REGION, FACES, KEY);

  private static ProviderSettings checked(Map<String, String> settings) {
    return ProviderSettings.of(settings).checked("the server", KNOWN);
  }

  @Test
  void anUnknownNameIsRefusedAndTheKnownOnesAreListed() {
    assertRefused(
        "no-such",
        "is not a setting of the server; its settings are"
            + " [faces-per-person, key, key-file, region]",
        () -> checked(Map.of("no-such", MARKER)));
    assertRefused(
        "no-such",
        "is not a setting of the server; it has no settings",
        () -> ProviderSettings.of(Map.of("no-such", MARKER)).checked("the server", List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "regoin, region",
    "regio, region",
    "region2, region",
    "redion, region",
    "faces-per-persons, faces-per-person",
    "face-per-preson, faces-per-person",
    "faces_per_person, faces-per-person",
    "Region, region",
    "kye, key",
    "key-fiel, key-file"
  })
  void theNearestNameIsSuggested(String wrong, String right) {
    assertRefused(
        wrong,
        "is not a setting of the server (did you mean " + right + "?)",
        () -> checked(Map.of(wrong, MARKER)));
  }

  @ParameterizedTest
  @CsvSource({"x", "to", "abc", "rejoined", "faces", "per-person"})
  void aNameThatIsSimilarToNoneHasNoSuggestion(String wrong) {
    assertThatThrownBy(() -> checked(Map.of(wrong, MARKER)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("did you mean");
  }

  @Test
  void everyValueIsChecked() {
    assertThat(checked(Map.of("faces-per-person", "20")).get(FACES)).isEqualTo(20);
    assertRefused(
        "faces-per-person",
        "must be a whole number from 1 to 20",
        () -> checked(Map.of("faces-per-person", "21")));
  }

  @Test
  void aRequiredSettingMustBeSet() {
    List<ProviderSetting<?>> known = List.of(REGION.required(), KEY.required());

    assertRefused(
        "region",
        "must be set",
        () -> ProviderSettings.of(Map.of("key", MARKER)).checked("the server", known));
    assertRefused(
        "key",
        "must be set",
        () -> ProviderSettings.of(Map.of("region", "x")).checked("the server", known));
  }

  @Test
  void twoNamesThatAreTheSameInTheEnvironmentAreADefect() {
    assertThatThrownBy(
            () ->
                ProviderSettings.of(Map.of())
                    .checked(
                        "the server",
                        List.of(ProviderSetting.text("a-b", ""), ProviderSetting.text("a.b", ""))))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL))
        .hasMessageContaining(
            "the settings a-b and a.b of the server have the same environment variable");
    assertThatThrownBy(
            () ->
                ProviderSettings.of(Map.of())
                    .checked("the server", List.of(KEY, ProviderSetting.text("key-file", ""))))
        .hasMessageContaining("key-file");
  }

  @Test
  void settingsUnderAPrefixAreReadByTheirOwnNames() {
    ProviderSettings settings =
        ProviderSettings.of(
            Map.of("encoder.region", "x", "encoder", "y", "encoders.region", "z", "region", "w"));

    assertThat(settings.under("encoder").get(REGION)).isEqualTo("x");
    assertThat(settings.under("encoder")).hasToString("ProviderSettings{encoder.region=***}");
    assertThat(settings.under("no-such").find(REGION)).isEmpty();
  }

  @Test
  void aRefusalUnderAPrefixNamesTheFullName() {
    ProviderSettings encoder =
        ProviderSettings.of(Map.of("encoder.faces-per-person", MARKER)).under("encoder");

    assertRefused("encoder.faces-per-person", "must be a whole number", () -> encoder.get(FACES));
    assertRefused("encoder.region", "must be set", () -> encoder.get(REGION));
    assertRefused(
        "encoder.faces-per-person",
        "is not a setting of the encoder; its settings are [encoder.region]",
        () -> encoder.checked("the encoder", List.of(REGION)));
  }
}
