package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Behavior of the service that no public source documents. Each default is the most likely one. A
 * program that must work with every behavior should be tested with the other values too.
 */
public final class ProtocolAssumptions {
  private static final ProtocolAssumptions DEFAULTS = new Builder().build();

  private final int missingPersonCode;
  private final int missingPersonOnDeleteFacesCode;
  private final FullPerson fullPerson;
  private final MissingGroup missingGroup;
  private final JoiningMissingGroup joiningMissingGroup;
  private final AbsentFields absentFields;
  private final int rateScale;
  private final String suggestionOfMatch;
  private final String suggestionOfPossible;
  private final String suggestionOfNone;
  private final String labelOfMatch;
  private final String labelOfNone;

  /** How AddFaces treats images beyond the maximum number of faces of a person. */
  public enum FullPerson {
    /** Images up to the maximum are added; the others are items with {@code success} false. */
    REFUSES_ITEMS,
    /** The whole call is rejected with code 400, and nothing is added. */
    REFUSES_CALL
  }

  /** How GetPersons and a search treat a group without persons. */
  public enum MissingGroup {
    /** The result is empty, with code 200. */
    IS_EMPTY,
    /** Code 400. */
    IS_REFUSED
  }

  /** How AddGroups treats a group without persons. */
  public enum JoiningMissingGroup {
    /** Creates it. */
    CREATES,
    /** Rejects the call with code 400. */
    IS_REFUSED
  }

  /** How SetPerson treats a field that the request omits. */
  public enum AbsentFields {
    /** Keeps its value. */
    KEEP,
    /** Sets it to the empty text. */
    CLEAR
  }

  private ProtocolAssumptions(Builder builder) {
    code(builder.missingPersonCode, "missingPersonCode");
    code(builder.missingPersonOnDeleteFacesCode, "missingPersonOnDeleteFacesCode");
    if (builder.rateScale != 1 && builder.rateScale != 100) {
      throw InvalidRequestException.of("rateScale", "must be 1 or 100");
    }
    missingPersonCode = builder.missingPersonCode;
    missingPersonOnDeleteFacesCode = builder.missingPersonOnDeleteFacesCode;
    fullPerson = builder.fullPerson;
    missingGroup = builder.missingGroup;
    joiningMissingGroup = builder.joiningMissingGroup;
    absentFields = builder.absentFields;
    rateScale = builder.rateScale;
    suggestionOfMatch = builder.suggestionOfMatch;
    suggestionOfPossible = builder.suggestionOfPossible;
    suggestionOfNone = builder.suggestionOfNone;
    labelOfMatch = builder.labelOfMatch;
    labelOfNone = builder.labelOfNone;
  }

  private static void code(int code, String field) {
    if (code < 400 || code > 599) {
      throw InvalidRequestException.of(field, "must be from 400 to 599");
    }
  }

  /** Returns the default of every assumption. */
  public static ProtocolAssumptions defaults() {
    return DEFAULTS;
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the code if a person does not exist; 400 was observed for DeletePerson only. */
  public int missingPersonCode() {
    return missingPersonCode;
  }

  /** Returns the same code for DeleteFaces, for which a comment in a client mentions 500. */
  public int missingPersonOnDeleteFacesCode() {
    return missingPersonOnDeleteFacesCode;
  }

  /** Returns how AddFaces treats images beyond the maximum number of faces of a person. */
  public FullPerson fullPerson() {
    return fullPerson;
  }

  /** Returns how GetPersons and a search treat a group without persons. */
  public MissingGroup missingGroup() {
    return missingGroup;
  }

  /**
   * Returns how AddGroups treats a group without persons. Help document 70427 says that it is
   * created, 121341 that it must exist.
   */
  public JoiningMissingGroup joiningMissingGroup() {
    return joiningMissingGroup;
  }

  /** Returns how SetPerson treats a name or note that the request omits. */
  public AbsentFields absentFields() {
    return absentFields;
  }

  /** Returns the {@code rate} of a search with an identical image: 1 or 100. */
  public int rateScale() {
    return rateScale;
  }

  /**
   * Returns the {@code suggestion} of a search whose best candidate is a {@link
   * io.facelibrary.Verdict#MATCH}, or whose candidates the library does not judge.
   */
  public String suggestionOfMatch() {
    return suggestionOfMatch;
  }

  /**
   * Returns the {@code suggestion} of a search whose best candidate is {@link
   * io.facelibrary.Verdict#POSSIBLE}.
   */
  public String suggestionOfPossible() {
    return suggestionOfPossible;
  }

  /** Returns the {@code suggestion} of a search that found nobody, or unlikely persons only. */
  public String suggestionOfNone() {
    return suggestionOfNone;
  }

  /** Returns the {@code label} of a search that found a person, as a match or possibly. */
  public String labelOfMatch() {
    return labelOfMatch;
  }

  /** Returns the {@code label} of a search that found nobody, or unlikely persons only. */
  public String labelOfNone() {
    return labelOfNone;
  }

  private List<Object> fields() {
    return List.of(
        missingPersonCode,
        missingPersonOnDeleteFacesCode,
        fullPerson,
        missingGroup,
        joiningMissingGroup,
        absentFields,
        rateScale,
        suggestionOfMatch,
        suggestionOfPossible,
        suggestionOfNone,
        labelOfMatch,
        labelOfNone);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProtocolAssumptions that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  /** Returns the values of all assumptions, in the order of the accessors. */
  @Override
  public String toString() {
    return "ProtocolAssumptions" + fields();
  }

  /** Builds {@link ProtocolAssumptions}. */
  public static final class Builder {
    private int missingPersonCode = GreenCode.BAD_REQUEST;
    private int missingPersonOnDeleteFacesCode = GreenCode.BAD_REQUEST;
    private FullPerson fullPerson = FullPerson.REFUSES_ITEMS;
    private MissingGroup missingGroup = MissingGroup.IS_EMPTY;
    private JoiningMissingGroup joiningMissingGroup = JoiningMissingGroup.CREATES;
    private AbsentFields absentFields = AbsentFields.KEEP;
    private int rateScale = 1;
    private String suggestionOfMatch = "review";
    private String suggestionOfPossible = "review";
    private String suggestionOfNone = "pass";
    private String labelOfMatch = "sface";
    private String labelOfNone = "normal";

    private Builder() {}

    /** Sets the code for a person that does not exist; 400 by default. */
    public Builder missingPersonCode(int code) {
      missingPersonCode = code;
      return this;
    }

    /** Sets the code of DeleteFaces for a person that does not exist; 400 by default. */
    public Builder missingPersonOnDeleteFacesCode(int code) {
      missingPersonOnDeleteFacesCode = code;
      return this;
    }

    /** Sets how AddFaces treats images beyond the maximum number of faces of a person. */
    public Builder fullPerson(FullPerson fullPerson) {
      this.fullPerson = Checks.present(fullPerson, "fullPerson");
      return this;
    }

    /** Sets how GetPersons and a search treat a group without persons. */
    public Builder missingGroup(MissingGroup missingGroup) {
      this.missingGroup = Checks.present(missingGroup, "missingGroup");
      return this;
    }

    /** Sets how AddGroups treats a group without persons. */
    public Builder joiningMissingGroup(JoiningMissingGroup joiningMissingGroup) {
      this.joiningMissingGroup = Checks.present(joiningMissingGroup, "joiningMissingGroup");
      return this;
    }

    /** Sets how SetPerson treats a field that the request omits. */
    public Builder absentFields(AbsentFields absentFields) {
      this.absentFields = Checks.present(absentFields, "absentFields");
      return this;
    }

    /** Sets the {@code rate} of an identical image, 1 or 100; 1 by default. */
    public Builder rateScale(int rateScale) {
      this.rateScale = rateScale;
      return this;
    }

    /** Sets {@code suggestion}; {@code review} and {@code pass} by default. */
    public Builder suggestions(String ofMatch, String ofNone) {
      suggestionOfMatch = Checks.present(ofMatch, "suggestionOfMatch");
      suggestionOfNone = Checks.present(ofNone, "suggestionOfNone");
      return this;
    }

    /** Sets {@code suggestion} if the best candidate is possible; {@code review} by default. */
    public Builder suggestionOfPossible(String suggestion) {
      suggestionOfPossible = Checks.present(suggestion, "suggestionOfPossible");
      return this;
    }

    /** Sets {@code label}; {@code sface} and {@code normal} by default. */
    public Builder labels(String ofMatch, String ofNone) {
      labelOfMatch = Checks.present(ofMatch, "labelOfMatch");
      labelOfNone = Checks.present(ofNone, "labelOfNone");
      return this;
    }

    /**
     * Returns the assumptions.
     *
     * @throws InvalidRequestException if a code is not from 400 to 599, or the scale is neither 1
     *     nor 100
     */
    public ProtocolAssumptions build() {
      return new ProtocolAssumptions(this);
    }
  }
}
