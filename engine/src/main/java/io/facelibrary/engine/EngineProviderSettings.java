package io.facelibrary.engine;

import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Search;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The settings that every provider with these rules has. All are optional. */
public final class EngineProviderSettings {
  private static final int MAX = 1_000_000;

  private static final String PROFILE = "profile";
  private static final String FACES_PER_PERSON = "faces-per-person";
  private static final String IMAGES_PER_CALL = "images-per-call";
  private static final String ID_LENGTH = "id-length";
  private static final String ID_PATTERN = "id-pattern";
  private static final String GROUPS = "groups";
  private static final String GROUPS_PER_SEARCH = "groups-per-search";
  private static final String RESULTS_PER_SEARCH = "results-per-search";
  private static final String IMAGE_BYTES = "image-bytes";
  private static final String URL_LENGTH = "url-length";
  private static final String NEXT_DAY_GROUPS = "next-day-groups";

  /** The settings with their meanings. */
  public static final List<ProviderSetting> ALL =
      List.of(
          ProviderSetting.of(
              FaceEncoders.ENCODER,
              "the face encoder, such as recognition; without one, images are compared"),
          ProviderSetting.of(
              PROFILE,
              "plain, or green to start from the limits of Alibaba Cloud's service; plain unless"
                  + " set"),
          ProviderSetting.of(FACES_PER_PERSON, "the maximum number of faces of a person"),
          ProviderSetting.of(IMAGES_PER_CALL, "the maximum number of images added in one call"),
          ProviderSetting.of(ID_LENGTH, "the maximum number of characters of an id, 1 to 255"),
          ProviderSetting.of(ID_PATTERN, "a regular expression that ids must match as a whole"),
          ProviderSetting.of(GROUPS, "the maximum number of groups"),
          ProviderSetting.of(
              GROUPS_PER_SEARCH, "the maximum number of groups searched in one call"),
          ProviderSetting.of(
              RESULTS_PER_SEARCH, "the maximum number of persons a search returns, 1 to 1000"),
          ProviderSetting.of(IMAGE_BYTES, "the maximum number of bytes of an image, 1 to 67108864"),
          ProviderSetting.of(URL_LENGTH, "the maximum number of characters of an image URL"),
          ProviderSetting.of(
              NEXT_DAY_GROUPS,
              "true to search new groups from the next day on, as that service does"));

  private EngineProviderSettings() {}

  /**
   * Reads the options of the rules from settings. The encoder is opened last, so that a setting out
   * of range opens none.
   *
   * @throws InvalidRequestException if a setting is out of range, or the encoder is unknown
   */
  public static EngineOptions options(ProviderSettings settings) {
    EngineOptions options = new EngineOptions().limits(limits(settings));
    if (settings.isOn(NEXT_DAY_GROUPS)) {
      options.nextDayGroups();
    }
    settings.text(FaceEncoders.ENCODER).map(FaceEncoders::open).ifPresent(options::ownedEncoder);
    return options;
  }

  private static Limits limits(ProviderSettings settings) {
    boolean green =
        settings.oneOf(PROFILE, Set.of("plain", "green")).orElse("plain").equals("green");
    Limits.Builder limits = (green ? GreenLimits.LIMITS : Limits.none()).toBuilder();
    settings.integer(FACES_PER_PERSON, 1, MAX).ifPresent(limits::facesPerPerson);
    settings.integer(IMAGES_PER_CALL, 1, MAX).ifPresent(limits::imagesPerCall);
    settings.integer(ID_LENGTH, 1, PersonId.MAX_LENGTH).ifPresent(limits::idLength);
    settings.text(ID_PATTERN).ifPresent(pattern -> limits.idPattern(regex(pattern)));
    settings.integer(GROUPS, 1, MAX).ifPresent(limits::groups);
    settings.integer(GROUPS_PER_SEARCH, 1, MAX).ifPresent(limits::groupsPerSearch);
    settings.integer(RESULTS_PER_SEARCH, 1, Search.MAX_TOP_K).ifPresent(limits::resultsPerSearch);
    settings.longInteger(IMAGE_BYTES, 1, FaceImage.MAX_BYTES).ifPresent(limits::imageBytes);
    settings.integer(URL_LENGTH, 1, MAX).ifPresent(limits::urlLength);
    return limits.build();
  }

  private static String regex(String pattern) {
    try {
      return Pattern.compile(pattern).pattern();
    } catch (PatternSyntaxException e) {
      throw InvalidRequestException.of(ID_PATTERN, "must be a regular expression");
    }
  }
}
