package io.facelibrary.engine;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Search;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings that every provider with these rules has. All are optional. */
public final class EngineProviderSettings {
  private static final int MAX = 1_000_000;

  private enum Profile {
    PLAIN,
    GREEN
  }

  private static final ProviderSetting<Profile> PROFILE =
      ProviderSetting.oneOf(
              "profile",
              "green starts from the limits of Alibaba Cloud's service, plain from none",
              Profile.class)
          .orElse(Profile.PLAIN);
  private static final ProviderSetting<Integer> FACES_PER_PERSON =
      count("faces-per-person", "the maximum number of faces of a person");
  private static final ProviderSetting<Integer> IMAGES_PER_CALL =
      count("images-per-call", "the maximum number of images added in one call");
  private static final ProviderSetting<Integer> ID_LENGTH =
      ProviderSetting.integer("id-length", "the maximum number of characters of an id")
          .between(1, PersonId.MAX_LENGTH);
  private static final ProviderSetting<Pattern> ID_PATTERN =
      ProviderSetting.parsed(
          "id-pattern",
          "a regular expression that ids must match as a whole",
          "must be a regular expression",
          Pattern::compile);
  private static final ProviderSetting<Integer> GROUPS =
      count("groups", "the maximum number of groups");
  private static final ProviderSetting<Integer> GROUPS_PER_SEARCH =
      count("groups-per-search", "the maximum number of groups searched in one call");
  private static final ProviderSetting<Integer> RESULTS_PER_SEARCH =
      ProviderSetting.integer(
              "results-per-search", "the maximum number of persons that a search returns")
          .between(1, Search.MAX_TOP_K);
  private static final ProviderSetting<Long> IMAGE_BYTES =
      ProviderSetting.longInteger("image-bytes", "the maximum number of bytes of an image")
          .between(1L, (long) FaceImage.MAX_BYTES);
  private static final ProviderSetting<Integer> URL_LENGTH =
      count("url-length", "the maximum number of characters of an image URL");
  private static final ProviderSetting<Integer> NAME_LENGTH =
      ProviderSetting.integer("name-length", "the maximum number of characters of a name")
          .between(0, Person.MAX_NAME_LENGTH);
  private static final ProviderSetting<Integer> NOTE_LENGTH =
      ProviderSetting.integer("note-length", "the maximum number of characters of a note")
          .between(0, Person.MAX_NOTE_LENGTH);
  private static final ProviderSetting<Integer> GROUPS_PER_PERSON =
      count("groups-per-person", "the maximum number of groups of a person");
  private static final ProviderSetting<Integer> FACES_PER_SEARCH =
      count("faces-per-search", "the maximum number of faces of an image that a search looks at");
  private static final ProviderSetting<Boolean> NEXT_DAY_GROUPS =
      ProviderSetting.flag(
          "next-day-groups",
          "true to search new groups from the next day on, as that service does");

  /** The settings with their meanings. */
  public static final List<ProviderSetting<?>> ALL =
      List.of(
          FaceEncoders.SETTING,
          PROFILE,
          FACES_PER_PERSON,
          IMAGES_PER_CALL,
          ID_LENGTH,
          ID_PATTERN,
          GROUPS,
          GROUPS_PER_SEARCH,
          RESULTS_PER_SEARCH,
          IMAGE_BYTES,
          URL_LENGTH,
          NAME_LENGTH,
          NOTE_LENGTH,
          GROUPS_PER_PERSON,
          FACES_PER_SEARCH,
          NEXT_DAY_GROUPS);

  /**
   * The types of objects that a program can pass: a clock for the time rules, and a face encoder.
   */
  public static final Set<Class<?>> RESOURCES = Set.of(Clock.class, FaceEncoder.class);

  private EngineProviderSettings() {}

  private static ProviderSetting<Integer> count(String name, String meaning) {
    return ProviderSetting.integer(name, meaning).between(1, MAX);
  }

  /**
   * Reads the options of the rules from settings and resources. The encoder is opened last, so that
   * a setting out of range opens none. The encoder of a resource is not closed.
   *
   * @throws InvalidRequestException if a setting is out of range, the encoder is unknown, or there
   *     are two encoders
   */
  public static EngineOptions options(ProviderSettings settings) {
    EngineOptions options = new EngineOptions().limits(limits(settings));
    if (settings.get(NEXT_DAY_GROUPS)) {
      options.nextDayGroups();
    }
    settings.resource(Clock.class).ifPresent(options::clock);
    Optional<FaceEncoder> given = settings.resource(FaceEncoder.class);
    if (given.isPresent() && settings.find(FaceEncoders.SETTING).isPresent()) {
      throw InvalidRequestException.of(
          FaceEncoders.ENCODER, "must not be set together with a resource of type FaceEncoder");
    }
    given.ifPresent(options::encoder);
    FaceEncoders.open(settings).ifPresent(options::ownedEncoder);
    return options;
  }

  private static Limits limits(ProviderSettings settings) {
    boolean green = settings.get(PROFILE) == Profile.GREEN;
    Limits.Builder limits = (green ? GreenLimits.LIMITS : Limits.none()).toBuilder();
    settings.find(FACES_PER_PERSON).ifPresent(limits::facesPerPerson);
    settings.find(IMAGES_PER_CALL).ifPresent(limits::imagesPerCall);
    settings.find(ID_LENGTH).ifPresent(limits::idLength);
    settings.find(ID_PATTERN).map(Pattern::pattern).ifPresent(limits::idPattern);
    settings.find(GROUPS).ifPresent(limits::groups);
    settings.find(GROUPS_PER_SEARCH).ifPresent(limits::groupsPerSearch);
    settings.find(RESULTS_PER_SEARCH).ifPresent(limits::resultsPerSearch);
    settings.find(IMAGE_BYTES).ifPresent(limits::imageBytes);
    settings.find(URL_LENGTH).ifPresent(limits::urlLength);
    settings.find(NAME_LENGTH).ifPresent(limits::nameLength);
    settings.find(NOTE_LENGTH).ifPresent(limits::noteLength);
    settings.find(GROUPS_PER_PERSON).ifPresent(limits::groupsPerPerson);
    settings.find(FACES_PER_SEARCH).ifPresent(limits::facesPerSearch);
    return limits.build();
  }
}
