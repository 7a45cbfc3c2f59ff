package io.facelibrary.inmemory;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Search;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Opens libraries that live in this process and end with it, under the name {@value #NAME}.
 *
 * <p>Its settings are all optional; without any, nothing is limited:
 *
 * <ul>
 *   <li>{@code profile}: {@code plain} (the default) or {@code green}, which starts from the limits
 *       of Alibaba Cloud's service; the settings below change single limits of either
 *   <li>{@code faces-per-person}, {@code images-per-call}, {@code groups}, {@code
 *       groups-per-search}, {@code url-length}: 1 to 1000000; {@code results-per-search}: 1 to
 *       1000; {@code id-length}: 1 to 255; {@code image-bytes}: 1 to 67108864
 *   <li>{@code id-pattern}: a regular expression that ids of persons and groups match as a whole
 *   <li>{@code next-day-groups}, {@code yearly-clearing}: {@code true} switches on a time rule of
 *       Alibaba Cloud's service; see {@link InMemoryFaceLibrary.Builder}
 * </ul>
 */
public final class InMemoryProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "inmemory";

  private static final int MOST = 1_000_000;

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
  private static final String YEARLY_CLEARING = "yearly-clearing";

  /** For {@link java.util.ServiceLoader}. */
  public InMemoryProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(
        Set.of(
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
            NEXT_DAY_GROUPS,
            YEARLY_CLEARING));
    InMemoryFaceLibrary.Builder builder = InMemoryFaceLibrary.builder().limits(limits(settings));
    if (settings.isOn(NEXT_DAY_GROUPS)) {
      builder.nextDayGroups();
    }
    if (settings.isOn(YEARLY_CLEARING)) {
      builder.yearlyClearing();
    }
    return builder.open();
  }

  private static Limits limits(ProviderSettings settings) {
    boolean green =
        settings.oneOf(PROFILE, Set.of("plain", "green")).orElse("plain").equals("green");
    Limits.Builder limits = (green ? GreenLimits.LIMITS : Limits.none()).toBuilder();
    settings.integer(FACES_PER_PERSON, 1, MOST).ifPresent(limits::facesPerPerson);
    settings.integer(IMAGES_PER_CALL, 1, MOST).ifPresent(limits::imagesPerCall);
    settings.integer(ID_LENGTH, 1, PersonId.MAX_LENGTH).ifPresent(limits::idLength);
    settings.text(ID_PATTERN).ifPresent(pattern -> limits.idPattern(regex(pattern)));
    settings.integer(GROUPS, 1, MOST).ifPresent(limits::groups);
    settings.integer(GROUPS_PER_SEARCH, 1, MOST).ifPresent(limits::groupsPerSearch);
    settings.integer(RESULTS_PER_SEARCH, 1, Search.MAX_TOP_K).ifPresent(limits::resultsPerSearch);
    settings.longInteger(IMAGE_BYTES, 1, FaceImage.MAX_BYTES).ifPresent(limits::imageBytes);
    settings.integer(URL_LENGTH, 1, MOST).ifPresent(limits::urlLength);
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
