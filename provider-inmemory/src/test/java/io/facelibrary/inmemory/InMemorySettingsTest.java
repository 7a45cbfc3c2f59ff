package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.engine.YearlyClearing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemorySettingsTest {

  @Test
  void limitsNothingAndOffersEverythingUnlessTold() {
    FaceLibrary library = FaceLibraries.open("inmemory", Map.of());

    assertThat(library.capabilities().limits()).isEqualTo(Limits.none());
    assertThat(library.capabilities().offered()).containsExactly(Capability.values());
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

    FaceLibrary library = FaceLibraries.open("inmemory", settings);

    assertThat(library.capabilities().limits())
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
                .build());
  }

  @Test
  void knowsTheLimitsOfGreenAndChangesSingleOnesOfThem() {
    Limits green = open("profile", "green").capabilities().limits();
    Limits changed =
        FaceLibraries.open("inmemory", Map.of("profile", "green", "groups", "7"))
            .capabilities()
            .limits();

    assertThat(green.facesPerPerson()).hasValue(20);
    assertThat(green.groups()).hasValue(100);
    assertThat(green.idLength()).isEqualTo(32);
    assertThat(green.idPattern()).contains("[A-Za-z0-9_-]+");
    assertThat(green.resultsPerSearch()).hasValue(5);
    assertThat(green.imageBytes()).hasValue(20_971_520);
    assertThat(green.urlLength()).hasValue(2048);
    assertThat(changed).isEqualTo(green.toBuilder().groups(7).build());
    assertThat(InMemoryFaceLibrary.builder().greenLimits().open().capabilities().limits())
        .isEqualTo(green);
  }

  @Test
  void switchesTheTimeRulesOn() {
    assertThat(open("next-day-groups", "true").capabilities().searchDelay())
        .isEqualTo(Duration.ofHours(25));
    assertThat(open("next-day-groups", "false").capabilities().searchDelay())
        .isEqualTo(Duration.ZERO);
    assertThat(open("yearly-clearing", "true").unwrap(YearlyClearing.class)).isPresent();
    assertThat(open("yearly-clearing", "false").unwrap(YearlyClearing.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "faces-per-person, 0",
    "faces-per-person, 1000001",
    "images-per-call, many",
    "id-length, 256",
    "id-pattern, [",
    "groups, 0",
    "groups-per-search, -1",
    "results-per-search, 1001",
    "image-bytes, 67108865",
    "url-length, 1.5",
    "profile, grey",
    "next-day-groups, yes",
    "yearly-clearing, TRUE",
    "colour, blue"
  })
  void refusesASettingThatIsUnknownOrOutOfItsRangeByItsName(String name, String value) {
    assertThatThrownBy(() -> open(name, value))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, refusal -> assertThat(refusal.field()).isEqualTo(name));
  }

  @Test
  void listsTheSettingsItKnowsWhenItIsGivenAnother() {
    assertThatThrownBy(() -> open("face-per-person", "3"))
        .hasMessageContaining("faces-per-person")
        .hasMessageContaining("yearly-clearing");
  }

  @Test
  void refusesNullInItsBuilder() {
    InMemoryFaceLibrary.Builder builder = InMemoryFaceLibrary.builder();

    assertThatThrownBy(() -> builder.limits(null)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.imageMatcher(null))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.without((Capability) null))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.without((Capability[]) null))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static FaceLibrary open(String name, String value) {
    return FaceLibraries.open("inmemory", Map.of(name, value));
  }
}
