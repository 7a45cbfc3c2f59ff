package io.facelibrary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The limits of a library. An empty limit means that no limit is known. */
public final class Limits {
  private static final Limits NONE = new Builder().build();

  private final int idLength;
  private final Optional<String> idPattern;
  private final int nameLength;
  private final int noteLength;
  private final OptionalInt facesPerPerson;
  private final OptionalInt imagesPerCall;
  private final OptionalInt groups;
  private final OptionalInt groupsPerPerson;
  private final OptionalInt groupsPerSearch;
  private final OptionalInt facesPerSearch;
  private final OptionalInt resultsPerSearch;
  private final OptionalInt urlLength;
  private final OptionalInt callsAtOnce;
  private final OptionalLong faces;
  private final OptionalLong facesPerGroup;
  private final OptionalLong imageBytes;
  private final OptionalLong imagePixels;
  private final Set<ImageFormat> imageFormats;
  private final Map<Operation, Integer> callsPerSecond;

  private Limits(Builder builder) {
    idLength = builder.idLength;
    idPattern = builder.idPattern;
    nameLength = builder.nameLength;
    noteLength = builder.noteLength;
    facesPerPerson = builder.facesPerPerson;
    imagesPerCall = builder.imagesPerCall;
    groups = builder.groups;
    groupsPerPerson = builder.groupsPerPerson;
    groupsPerSearch = builder.groupsPerSearch;
    facesPerSearch = builder.facesPerSearch;
    resultsPerSearch = builder.resultsPerSearch;
    urlLength = builder.urlLength;
    callsAtOnce = builder.callsAtOnce;
    faces = builder.faces;
    facesPerGroup = builder.facesPerGroup;
    imageBytes = builder.imageBytes;
    imagePixels = builder.imagePixels;
    imageFormats = builder.imageFormats;
    callsPerSecond = builder.callsPerSecond;
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
    builder.idLength = idLength;
    builder.idPattern = idPattern;
    builder.nameLength = nameLength;
    builder.noteLength = noteLength;
    builder.facesPerPerson = facesPerPerson;
    builder.imagesPerCall = imagesPerCall;
    builder.groups = groups;
    builder.groupsPerPerson = groupsPerPerson;
    builder.groupsPerSearch = groupsPerSearch;
    builder.facesPerSearch = facesPerSearch;
    builder.resultsPerSearch = resultsPerSearch;
    builder.urlLength = urlLength;
    builder.callsAtOnce = callsAtOnce;
    builder.faces = faces;
    builder.facesPerGroup = facesPerGroup;
    builder.imageBytes = imageBytes;
    builder.imagePixels = imagePixels;
    builder.imageFormats = imageFormats;
    builder.callsPerSecond = callsPerSecond;
    return builder;
  }

  /** Returns the maximum length of a {@link PersonId} or {@link GroupId} in {@code char}s. */
  public int idLength() {
    return idLength;
  }

  /**
   * Returns a regular expression that must match a {@link PersonId} or {@link GroupId} as a whole.
   */
  public Optional<String> idPattern() {
    return idPattern;
  }

  /**
   * Returns the maximum length of a person's name in {@code char}s; 0 if the library keeps no names
   * and returns an empty one.
   */
  public int nameLength() {
    return nameLength;
  }

  /**
   * Returns the maximum length of a person's note in {@code char}s; 0 if the library keeps no notes
   * and returns an empty one.
   */
  public int noteLength() {
    return noteLength;
  }

  /**
   * Returns the maximum number of faces of a person. Each image beyond it is rejected with {@link
   * ErrorKind#QUOTA_EXCEEDED}.
   */
  public OptionalInt facesPerPerson() {
    return facesPerPerson;
  }

  /** Returns the maximum number of images in one {@link AddFaces}. */
  public OptionalInt imagesPerCall() {
    return imagesPerCall;
  }

  /**
   * Returns the maximum number of groups in the library. A call that would create one more fails
   * with {@link ErrorKind#QUOTA_EXCEEDED}.
   */
  public OptionalInt groups() {
    return groups;
  }

  /**
   * Returns the maximum number of groups that a person is in. A call that would exceed it fails
   * with {@link ErrorKind#QUOTA_EXCEEDED} and adds the person to no group.
   */
  public OptionalInt groupsPerPerson() {
    return groupsPerPerson;
  }

  /** Returns the maximum number of groups in one {@link Search}. */
  public OptionalInt groupsPerSearch() {
    return groupsPerSearch;
  }

  /**
   * Returns the maximum number of faces of one image that a search looks at. A search returns the
   * largest ones.
   */
  public OptionalInt facesPerSearch() {
    return facesPerSearch;
  }

  /** Returns the largest {@link Search#topK()}. */
  public OptionalInt resultsPerSearch() {
    return resultsPerSearch;
  }

  /**
   * Returns the maximum length of an image's URL in the form of {@link
   * java.net.URI#toASCIIString()}.
   */
  public OptionalInt urlLength() {
    return urlLength;
  }

  /**
   * Returns the number of calls that the service processes at the same time. The guard does not
   * enforce it; a rate limiter reads it.
   */
  public OptionalInt callsAtOnce() {
    return callsAtOnce;
  }

  /**
   * Returns the maximum number of faces in the library. Each image beyond it is rejected with
   * {@link ErrorKind#QUOTA_EXCEEDED}.
   */
  public OptionalLong faces() {
    return faces;
  }

  /**
   * Returns the maximum number of faces in a group. Each image beyond it is rejected with {@link
   * ErrorKind#QUOTA_EXCEEDED}.
   */
  public OptionalLong facesPerGroup() {
    return facesPerGroup;
  }

  /** Returns the maximum size in bytes of an image given by content. */
  public OptionalLong imageBytes() {
    return imageBytes;
  }

  /**
   * Returns the maximum width times height of an image. A larger one is rejected with {@link
   * ErrorKind#IMAGE_REJECTED}.
   */
  public OptionalLong imagePixels() {
    return imagePixels;
  }

  /** Returns the image formats that the library accepts; empty if no restriction is known. */
  public Set<ImageFormat> imageFormats() {
    return imageFormats;
  }

  /**
   * Returns the calls per second that the service accepts, by operation. An operation that is
   * absent has no known rate. The guard does not enforce the rates; a rate limiter reads them.
   */
  public Map<Operation, Integer> callsPerSecond() {
    return callsPerSecond;
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
      if (!imageFormats.isEmpty() && !imageFormats.contains(content.format())) {
        return Optional.of("must be one of " + imageFormats);
      }
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

  private List<Object> fields() {
    return List.of(
        idLength,
        idPattern,
        nameLength,
        noteLength,
        facesPerPerson,
        imagesPerCall,
        groups,
        groupsPerPerson,
        groupsPerSearch,
        facesPerSearch,
        resultsPerSearch,
        urlLength,
        callsAtOnce,
        faces,
        facesPerGroup,
        imageBytes,
        imagePixels,
        imageFormats,
        callsPerSecond);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Limits that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  /** Returns the limits that are set. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "Limits[", "]");
    text.add("idLength=" + idLength);
    idPattern.ifPresent(it -> text.add("idPattern=" + it));
    text.add("nameLength=" + nameLength);
    text.add("noteLength=" + noteLength);
    facesPerPerson.ifPresent(it -> text.add("facesPerPerson=" + it));
    imagesPerCall.ifPresent(it -> text.add("imagesPerCall=" + it));
    groups.ifPresent(it -> text.add("groups=" + it));
    groupsPerPerson.ifPresent(it -> text.add("groupsPerPerson=" + it));
    groupsPerSearch.ifPresent(it -> text.add("groupsPerSearch=" + it));
    facesPerSearch.ifPresent(it -> text.add("facesPerSearch=" + it));
    resultsPerSearch.ifPresent(it -> text.add("resultsPerSearch=" + it));
    urlLength.ifPresent(it -> text.add("urlLength=" + it));
    callsAtOnce.ifPresent(it -> text.add("callsAtOnce=" + it));
    faces.ifPresent(it -> text.add("faces=" + it));
    facesPerGroup.ifPresent(it -> text.add("facesPerGroup=" + it));
    imageBytes.ifPresent(it -> text.add("imageBytes=" + it));
    imagePixels.ifPresent(it -> text.add("imagePixels=" + it));
    if (!imageFormats.isEmpty()) {
      text.add("imageFormats=" + imageFormats);
    }
    if (!callsPerSecond.isEmpty()) {
      text.add("callsPerSecond=" + callsPerSecond);
    }
    return text.toString();
  }

  /**
   * Collects limits. A limit that is not set does not limit anything. Every limit is at least 1,
   * except those of texts, which may be 0. A value out of range is refused with {@link
   * InvalidRequestException}.
   */
  public static final class Builder {
    private int idLength = Checks.ID_LENGTH;
    private Optional<String> idPattern = Optional.empty();
    private int nameLength = Person.MAX_NAME_LENGTH;
    private int noteLength = Person.MAX_NOTE_LENGTH;
    private OptionalInt facesPerPerson = OptionalInt.empty();
    private OptionalInt imagesPerCall = OptionalInt.empty();
    private OptionalInt groups = OptionalInt.empty();
    private OptionalInt groupsPerPerson = OptionalInt.empty();
    private OptionalInt groupsPerSearch = OptionalInt.empty();
    private OptionalInt facesPerSearch = OptionalInt.empty();
    private OptionalInt resultsPerSearch = OptionalInt.empty();
    private OptionalInt urlLength = OptionalInt.empty();
    private OptionalInt callsAtOnce = OptionalInt.empty();
    private OptionalLong faces = OptionalLong.empty();
    private OptionalLong facesPerGroup = OptionalLong.empty();
    private OptionalLong imageBytes = OptionalLong.empty();
    private OptionalLong imagePixels = OptionalLong.empty();
    private Set<ImageFormat> imageFormats = Set.of();
    private Map<Operation, Integer> callsPerSecond = Map.of();

    private Builder() {}

    /** Sets the maximum length of an id, 1 to 255. */
    public Builder idLength(int max) {
      idLength = Checks.within(max, "idLength", 1, Checks.ID_LENGTH);
      return this;
    }

    /** Sets the regular expression that must match an id as a whole. */
    public Builder idPattern(String regex) {
      try {
        idPattern = Optional.of(Pattern.compile(Checks.present(regex, "idPattern")).pattern());
      } catch (PatternSyntaxException e) {
        throw InvalidRequestException.ofValue("idPattern", "must be a regular expression");
      }
      return this;
    }

    /** Sets the maximum length of a name, 0 to {@value Person#MAX_NAME_LENGTH}; 0 keeps none. */
    public Builder nameLength(int max) {
      nameLength = Checks.within(max, "nameLength", 0, Person.MAX_NAME_LENGTH);
      return this;
    }

    /** Sets the maximum length of a note, 0 to {@value Person#MAX_NOTE_LENGTH}; 0 keeps none. */
    public Builder noteLength(int max) {
      noteLength = Checks.within(max, "noteLength", 0, Person.MAX_NOTE_LENGTH);
      return this;
    }

    /** Sets the maximum number of faces of a person. */
    public Builder facesPerPerson(int max) {
      facesPerPerson = OptionalInt.of(Checks.within(max, "facesPerPerson", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of images in one {@link AddFaces}. */
    public Builder imagesPerCall(int max) {
      imagesPerCall = OptionalInt.of(Checks.within(max, "imagesPerCall", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of groups in the library. */
    public Builder groups(int max) {
      groups = OptionalInt.of(Checks.within(max, "groups", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of groups that a person is in. */
    public Builder groupsPerPerson(int max) {
      groupsPerPerson = OptionalInt.of(Checks.within(max, "groupsPerPerson", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of groups in one search. */
    public Builder groupsPerSearch(int max) {
      groupsPerSearch = OptionalInt.of(Checks.within(max, "groupsPerSearch", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of faces of one image that a search looks at. */
    public Builder facesPerSearch(int max) {
      facesPerSearch = OptionalInt.of(Checks.within(max, "facesPerSearch", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the largest {@link Search#topK()}. */
    public Builder resultsPerSearch(int max) {
      resultsPerSearch =
          OptionalInt.of(Checks.within(max, "resultsPerSearch", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum length of an image's URL. */
    public Builder urlLength(int max) {
      urlLength = OptionalInt.of(Checks.within(max, "urlLength", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the number of calls that the service processes at the same time. */
    public Builder callsAtOnce(int max) {
      callsAtOnce = OptionalInt.of(Checks.within(max, "callsAtOnce", 1, Integer.MAX_VALUE));
      return this;
    }

    /** Sets the maximum number of faces in the library. */
    public Builder faces(long max) {
      faces = OptionalLong.of(atLeastOne(max, "faces"));
      return this;
    }

    /** Sets the maximum number of faces in a group. */
    public Builder facesPerGroup(long max) {
      facesPerGroup = OptionalLong.of(atLeastOne(max, "facesPerGroup"));
      return this;
    }

    /** Sets the maximum size in bytes of an image given by content. */
    public Builder imageBytes(long max) {
      imageBytes = OptionalLong.of(atLeastOne(max, "imageBytes"));
      return this;
    }

    /** Sets the maximum width times height of an image. */
    public Builder imagePixels(long max) {
      imagePixels = OptionalLong.of(atLeastOne(max, "imagePixels"));
      return this;
    }

    private static long atLeastOne(long max, String field) {
      if (max < 1) {
        throw InvalidRequestException.ofValue(field, "must be at least 1");
      }
      return max;
    }

    /** Sets the image formats that the library accepts, at least one. */
    public Builder imageFormats(Set<ImageFormat> formats) {
      imageFormats =
          Collections.unmodifiableSet(EnumSet.copyOf(Checks.nonEmptySet(formats, "imageFormats")));
      return this;
    }

    /** Sets the calls per second, by operation. */
    public Builder callsPerSecond(Map<Operation, Integer> rates) {
      Map<Operation, Integer> copy = new EnumMap<>(Operation.class);
      Checks.present(rates, "callsPerSecond")
          .forEach(
              (operation, rate) ->
                  copy.put(
                      Checks.present(operation, "callsPerSecond"),
                      Checks.within(
                          Checks.present(rate, "callsPerSecond"),
                          "callsPerSecond",
                          1,
                          Integer.MAX_VALUE)));
      callsPerSecond = Collections.unmodifiableMap(copy);
      return this;
    }

    /** Returns the limits. */
    public Limits build() {
      return new Limits(this);
    }
  }
}
