package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.testkit.FakeFaceEncoder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineProviderSettingsTest {

  private static EngineOptions options(Map<String, String> settings) {
    return EngineProviderSettings.options(ProviderSettings.of(settings));
  }

  private static EngineOptions options(String name, String value) {
    return options(Map.of(name, value));
  }

  @Test
  void limitsNothingByDefault() {
    assertThat(options(Map.of()).limits()).isEqualTo(Limits.none());
  }

  @Test
  void takesEveryLimitAsASetting() {
    Map<String, String> settings = new HashMap<>();
    settings.put("faces-per-person", "1");
    settings.put("images-per-call", "2");
    settings.put("id-length", "3");
    settings.put("id-pattern", "[a-z]+");
    settings.put("groups", "4");
    settings.put("groups-per-search", "5");
    settings.put("results-per-search", "6");
    settings.put("image-bytes", "7");
    settings.put("url-length", "8");
    settings.put("name-length", "0");
    settings.put("note-length", "10");
    settings.put("groups-per-person", "11");
    settings.put("faces-per-search", "12");

    assertThat(options(settings).limits())
        .isEqualTo(
            Limits.builder()
                .facesPerPerson(1)
                .imagesPerCall(2)
                .idLength(3)
                .idPattern("[a-z]+")
                .groups(4)
                .groupsPerSearch(5)
                .resultsPerSearch(6)
                .imageBytes(7)
                .urlLength(8)
                .nameLength(0)
                .noteLength(10)
                .groupsPerPerson(11)
                .facesPerSearch(12)
                .build());
  }

  @Test
  void startsFromTheLimitsOfGreenAndChangesSingleOnes() {
    Limits green = options("profile", "green").limits();
    Limits changed = options(Map.of("profile", "green", "groups", "7")).limits();

    assertThat(green.facesPerPerson()).hasValue(20);
    assertThat(green.groups()).hasValue(100);
    assertThat(green.idLength()).isEqualTo(32);
    assertThat(green.idPattern()).contains("[A-Za-z0-9_-]+");
    assertThat(green.resultsPerSearch()).hasValue(5);
    assertThat(green.imageBytes()).hasValue(20_971_520);
    assertThat(green.urlLength()).hasValue(2048);
    assertThat(changed).isEqualTo(green.toBuilder().groups(7).build());
    assertThat(options("profile", "plain").limits()).isEqualTo(Limits.none());
  }

  @Test
  void enablesNextDayGroups() {
    assertThat(options("next-day-groups", "true").hasNextDayGroups()).isTrue();
    assertThat(options("next-day-groups", "false").hasNextDayGroups()).isFalse();
  }

  @Test
  void opensTheNamedEncoder() {
    assertThat(options("encoder", FakeEncoderProvider.NAME).model())
        .contains(new FakeFaceEncoder().model());
    assertThat(options(Map.of()).model()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "faces-per-person, 0",
    "faces-per-person, 1000001",
    "images-per-call, many",
    "images-per-call, 0",
    "id-length, 0",
    "id-length, 256",
    "id-pattern, [",
    "groups, 0",
    "groups-per-search, -1",
    "results-per-search, 0",
    "results-per-search, 1001",
    "image-bytes, 0",
    "image-bytes, 67108865",
    "url-length, 0",
    "url-length, 1.5",
    "profile, grey",
    "next-day-groups, yes",
    "encoder, no-such-encoder"
  })
  void refusesASettingOutOfRangeByItsName(String name, String value) {
    assertThatThrownBy(() -> options(name, value))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, refusal -> assertThat(refusal.field()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({
    "faces-per-person, 1000000",
    "images-per-call, 1000000",
    "groups, 1000000",
    "groups-per-search, 1000000",
    "results-per-search, 1000",
    "image-bytes, 67108864",
    "url-length, 1000000"
  })
  void acceptsTheLargestValueOfEachSetting(String name, String value) {
    assertThat(options(name, value).limits()).isNotEqualTo(Limits.none());
  }

  @Test
  void describesEverySettingOnce() {
    assertThat(EngineProviderSettings.ALL)
        .extracting(ProviderSetting::name)
        .doesNotHaveDuplicates();
    assertThat(EngineProviderSettings.ALL)
        .allSatisfy(setting -> assertThat(setting.meaning()).isNotBlank());
  }
}
