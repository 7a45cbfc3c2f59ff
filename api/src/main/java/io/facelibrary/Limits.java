package io.facelibrary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The limits of a library. Every limit is at least 1; an empty one means that no limit is known.
 *
 * @param facesPerPerson the maximum number of faces of a person; each image beyond it is rejected
 *     with {@link ErrorKind#QUOTA_EXCEEDED}
 * @param imagesPerCall the maximum number of images in one {@link AddFaces}
 * @param idLength the maximum length of a {@link PersonId} or {@link GroupId} in {@code char}s, 1
 *     to 255
 * @param idPattern a regular expression that must match a {@link PersonId} or {@link GroupId} as a
 *     whole
 * @param groups the maximum number of groups in the library; a call that would create one more
 *     fails with {@link ErrorKind#QUOTA_EXCEEDED}
 * @param groupsPerSearch the maximum number of groups in one {@link Search}
 * @param resultsPerSearch the largest {@link Search#topK()}
 * @param imageBytes the maximum size in bytes of an image given by content
 * @param urlLength the maximum length of an image's URL in the form of {@link
 *     java.net.URI#toASCIIString()}
 * @param callsPerSecond the calls per second that the service accepts, by operation; an operation
 *     that is absent has no known rate. The guard does not enforce the rates; a rate limiter reads
 *     them.
 */
public record Limits(
    OptionalInt facesPerPerson,
    OptionalInt imagesPerCall,
    int idLength,
    Optional<String> idPattern,
    OptionalInt groups,
    OptionalInt groupsPerSearch,
    OptionalInt resultsPerSearch,
    OptionalLong imageBytes,
    OptionalInt urlLength,
    Map<Operation, Integer> callsPerSecond) {

  private static final Limits NONE = new Builder().build();

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a limit is below 1, the pattern is not a regular expression,
   *     or a field is null
   */
  public Limits {
    atLeastOne(facesPerPerson, "facesPerPerson");
    atLeastOne(imagesPerCall, "imagesPerCall");
    Checks.within(idLength, "idLength", 1, Checks.ID_LENGTH);
    Checks.present(idPattern, "idPattern").ifPresent(Limits::compiles);
    atLeastOne(groups, "groups");
    atLeastOne(groupsPerSearch, "groupsPerSearch");
    atLeastOne(resultsPerSearch, "resultsPerSearch");
    if (Checks.present(imageBytes, "imageBytes").orElse(1) < 1) {
      throw InvalidRequestException.ofValue("imageBytes", "must be at least 1");
    }
    atLeastOne(urlLength, "urlLength");
    Map<Operation, Integer> rates = new EnumMap<>(Operation.class);
    Checks.present(callsPerSecond, "callsPerSecond")
        .forEach(
            (operation, rate) ->
                rates.put(
                    Checks.present(operation, "callsPerSecond"),
                    Checks.within(
                        Checks.present(rate, "callsPerSecond"),
                        "callsPerSecond",
                        1,
                        Integer.MAX_VALUE)));
    callsPerSecond = Collections.unmodifiableMap(rates);
  }

  private static void atLeastOne(OptionalInt limit, String field) {
    Checks.within(Checks.present(limit, field).orElse(1), field, 1, Integer.MAX_VALUE);
  }

  private static void compiles(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw InvalidRequestException.ofValue("idPattern", "must be a regular expression");
    }
  }

  /** Returns limits that do not limit anything. */
  public static Limits none() {
    return NONE;
  }

  /** Returns a builder in which no limit is set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder in which these limits are set. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.facesPerPerson = facesPerPerson;
    builder.imagesPerCall = imagesPerCall;
    builder.idLength = idLength;
    builder.idPattern = idPattern;
    builder.groups = groups;
    builder.groupsPerSearch = groupsPerSearch;
    builder.resultsPerSearch = resultsPerSearch;
    builder.imageBytes = imageBytes;
    builder.urlLength = urlLength;
    builder.callsPerSecond = callsPerSecond;
    return builder;
  }

  /**
   * Returns the rule that a person's id breaks.
   *
   * @return a rule worded to follow the name of a field, such as {@code must have at most 64
   *     characters}; empty if the id is within the limits
   */
  public Optional<String> refusal(PersonId person) {
    return refusalOfId(Checks.present(person, "person").value(), compiledIdPattern());
  }

  /**
   * Returns the rule that a group's id breaks.
   *
   * @return a rule worded to follow the name of a field, such as {@code must have at most 64
   *     characters}; empty if the id is within the limits
   */
  public Optional<String> refusal(GroupId group) {
    return refusalOfId(Checks.present(group, "group").value(), compiledIdPattern());
  }

  /**
   * Returns the rule that an image breaks. {@link Capabilities#refusal} also checks whether the
   * library accepts images of this kind.
   *
   * @return a rule worded to follow the name of a field, such as {@code must have at most 1024
   *     bytes}; empty if the image is within the limits
   */
  public Optional<String> refusal(FaceImage image) {
    if (Checks.present(image, "image") instanceof FaceImage.Bytes content) {
      return imageBytes.isPresent() && content.size() > imageBytes.getAsLong()
          ? Optional.of("must have at most " + imageBytes.getAsLong() + " bytes")
          : Optional.empty();
    }
    FaceImage.Url url = (FaceImage.Url) image;
    return urlLength.isPresent() && url.url().toASCIIString().length() > urlLength.getAsInt()
        ? Optional.of("must have a URL of at most " + urlLength.getAsInt() + " characters")
        : Optional.empty();
  }

  /** Applies the limits to an id. The caller compiles the pattern, once for many ids. */
  Optional<String> refusalOfId(String id, Optional<Pattern> compiled) {
    if (id.length() > idLength) {
      return Optional.of("must have at most " + idLength + " characters");
    }
    return compiled
        .filter(pattern -> !pattern.matcher(id).matches())
        .map(pattern -> "must match " + pattern.pattern());
  }

  Optional<Pattern> compiledIdPattern() {
    return idPattern.map(Pattern::compile);
  }

  /** Collects limits. A limit that is not set does not limit anything. */
  public static final class Builder {
    private OptionalInt facesPerPerson = OptionalInt.empty();
    private OptionalInt imagesPerCall = OptionalInt.empty();
    private int idLength = Checks.ID_LENGTH;
    private Optional<String> idPattern = Optional.empty();
    private OptionalInt groups = OptionalInt.empty();
    private OptionalInt groupsPerSearch = OptionalInt.empty();
    private OptionalInt resultsPerSearch = OptionalInt.empty();
    private OptionalLong imageBytes = OptionalLong.empty();
    private OptionalInt urlLength = OptionalInt.empty();
    private Map<Operation, Integer> callsPerSecond = Map.of();

    private Builder() {}

    /** Sets the maximum number of faces of a person. */
    public Builder facesPerPerson(int max) {
      facesPerPerson = OptionalInt.of(max);
      return this;
    }

    /** Sets the maximum number of images in one {@link AddFaces}. */
    public Builder imagesPerCall(int max) {
      imagesPerCall = OptionalInt.of(max);
      return this;
    }

    /** Sets the maximum length of an id. */
    public Builder idLength(int max) {
      idLength = max;
      return this;
    }

    /** Sets the regular expression that must match an id as a whole. */
    public Builder idPattern(String regex) {
      idPattern = Optional.of(Checks.present(regex, "idPattern"));
      return this;
    }

    /** Sets the maximum number of groups in the library. */
    public Builder groups(int max) {
      groups = OptionalInt.of(max);
      return this;
    }

    /** Sets the maximum number of groups in one search. */
    public Builder groupsPerSearch(int max) {
      groupsPerSearch = OptionalInt.of(max);
      return this;
    }

    /** Sets the largest {@link Search#topK()}. */
    public Builder resultsPerSearch(int max) {
      resultsPerSearch = OptionalInt.of(max);
      return this;
    }

    /** Sets the maximum size in bytes of an image given by content. */
    public Builder imageBytes(long max) {
      imageBytes = OptionalLong.of(max);
      return this;
    }

    /** Sets the maximum length of an image's URL. */
    public Builder urlLength(int max) {
      urlLength = OptionalInt.of(max);
      return this;
    }

    /** Sets the calls per second, by operation. */
    public Builder callsPerSecond(Map<Operation, Integer> rates) {
      callsPerSecond = Checks.present(rates, "callsPerSecond");
      return this;
    }

    /**
     * Returns the limits.
     *
     * @throws InvalidRequestException if a limit is below 1 or the pattern is not a regular
     *     expression
     */
    public Limits build() {
      return new Limits(
          facesPerPerson,
          imagesPerCall,
          idLength,
          idPattern,
          groups,
          groupsPerSearch,
          resultsPerSearch,
          imageBytes,
          urlLength,
          callsPerSecond);
    }
  }
}
