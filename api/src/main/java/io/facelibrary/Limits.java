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
 * How much a library takes. An empty limit means that none is known.
 *
 * @param facesPerPerson faces that a person may hold; pictures beyond it are rejected one by one
 *     with {@link ErrorKind#QUOTA_EXCEEDED}
 * @param imagesPerCall pictures in one {@link AddFaces}
 * @param idLength characters ({@code char}s) of a {@link PersonId} or {@link GroupId}, 1 to 255
 * @param idPattern regular expression that a whole {@link PersonId} or {@link GroupId} matches
 * @param groups groups that the library may hold; a call that would make one more fails with {@link
 *     ErrorKind#QUOTA_EXCEEDED}
 * @param groupsPerSearch groups in one {@link Search}
 * @param resultsPerSearch the largest {@link Search#topK()}
 * @param imageBytes bytes of a picture handed over by content
 * @param urlLength characters of the address of a picture, as {@link java.net.URI#toASCIIString()}
 * @param callsPerSecond calls a second that the service lets through, by operation; those not named
 *     have no known rate. Nothing here enforces it: a rate limiter reads it.
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
   * @throws InvalidRequestException if a limit is below 1, the pattern is no regular expression, or
   *     a field is null
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

  /** Returns limits of which none is known. */
  public static Limits none() {
    return NONE;
  }

  /** Starts from limits of which none is known. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from these limits. */
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

  /** Collects limits; what is not set is not limited. */
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

    /** Sets the faces that a person may hold. */
    public Builder facesPerPerson(int most) {
      facesPerPerson = OptionalInt.of(most);
      return this;
    }

    /** Sets the pictures in one {@link AddFaces}. */
    public Builder imagesPerCall(int most) {
      imagesPerCall = OptionalInt.of(most);
      return this;
    }

    /** Sets the most characters of an id. */
    public Builder idLength(int most) {
      idLength = most;
      return this;
    }

    /** Sets the regular expression that ids match as a whole. */
    public Builder idPattern(String regex) {
      idPattern = Optional.of(Checks.present(regex, "idPattern"));
      return this;
    }

    /** Sets the groups that the library may hold. */
    public Builder groups(int most) {
      groups = OptionalInt.of(most);
      return this;
    }

    /** Sets the groups in one search. */
    public Builder groupsPerSearch(int most) {
      groupsPerSearch = OptionalInt.of(most);
      return this;
    }

    /** Sets the largest top-K. */
    public Builder resultsPerSearch(int most) {
      resultsPerSearch = OptionalInt.of(most);
      return this;
    }

    /** Sets the most bytes of a picture. */
    public Builder imageBytes(long most) {
      imageBytes = OptionalLong.of(most);
      return this;
    }

    /** Sets the most characters of an address. */
    public Builder urlLength(int most) {
      urlLength = OptionalInt.of(most);
      return this;
    }

    /** Sets the rates, by operation. */
    public Builder callsPerSecond(Map<Operation, Integer> rates) {
      callsPerSecond = Checks.present(rates, "callsPerSecond");
      return this;
    }

    /**
     * Returns the limits.
     *
     * @throws InvalidRequestException if a limit is below 1 or the pattern is no regular expression
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
