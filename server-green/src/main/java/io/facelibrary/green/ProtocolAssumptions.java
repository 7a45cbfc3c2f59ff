package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;

/**
 * What this server takes for true of the service where no public source tells. Each default is the
 * best guess; a program that must bear every reading is tested with the others, too.
 *
 * @param missingPersonCode the code when a person is not there; 400 was seen for DeletePerson only
 * @param missingPersonOnDeleteFacesCode the same of DeleteFaces, for which a comment in a client
 *     speaks of 500
 * @param fullPerson what becomes of pictures beyond the faces that a person may hold
 * @param missingGroup what becomes of GetPersons and of a search in a group that nobody is in
 * @param joiningMissingGroup what AddGroups does when a group is not there: help document 70427
 *     says that it is made, 121341 that it must exist
 * @param absentFields what SetPerson does to a name or note that the request does not have
 * @param rateScale what a {@code rate} of search says for the same picture: 1 or 100
 * @param suggestionOfMatch {@code suggestion} of a search that found somebody
 * @param suggestionOfNone {@code suggestion} of a search that found nobody
 * @param labelOfMatch {@code label} of a search that found somebody
 * @param labelOfNone {@code label} of a search that found nobody
 */
public record ProtocolAssumptions(
    int missingPersonCode,
    int missingPersonOnDeleteFacesCode,
    FullPerson fullPerson,
    MissingGroup missingGroup,
    JoiningMissingGroup joiningMissingGroup,
    AbsentFields absentFields,
    int rateScale,
    String suggestionOfMatch,
    String suggestionOfNone,
    String labelOfMatch,
    String labelOfNone) {

  private static final ProtocolAssumptions DEFAULTS = new Builder().build();

  /** What becomes of pictures beyond the faces that a person may hold. */
  public enum FullPerson {
    /** Those that fit are added, the others are items with {@code success} false. */
    REFUSES_ITEMS,
    /** The whole call is refused with code 400, and nothing is added. */
    REFUSES_CALL
  }

  /** What is answered about a group that nobody is in. */
  public enum MissingGroup {
    /** Nobody, with code 200. */
    IS_EMPTY,
    /** Code 400. */
    IS_REFUSED
  }

  /** What AddGroups does about a group that nobody is in. */
  public enum JoiningMissingGroup {
    /** Makes it. */
    CREATES,
    /** Refuses the call with code 400. */
    IS_REFUSED
  }

  /** What SetPerson does to a field that the request does not have. */
  public enum AbsentFields {
    /** Leaves it as it is. */
    KEEP,
    /** Makes it empty. */
    CLEAR
  }

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a code is not from 400 to 599, or the scale neither 1 nor
   *     100
   */
  public ProtocolAssumptions {
    code(missingPersonCode, "missingPersonCode");
    code(missingPersonOnDeleteFacesCode, "missingPersonOnDeleteFacesCode");
    if (rateScale != 1 && rateScale != 100) {
      throw InvalidRequestException.of("rateScale", "must be 1 or 100");
    }
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

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects assumptions; what is not set has its default. */
  public static final class Builder {
    private int missingPersonCode = GreenCode.BAD_REQUEST;
    private int missingPersonOnDeleteFacesCode = GreenCode.BAD_REQUEST;
    private FullPerson fullPerson = FullPerson.REFUSES_ITEMS;
    private MissingGroup missingGroup = MissingGroup.IS_EMPTY;
    private JoiningMissingGroup joiningMissingGroup = JoiningMissingGroup.CREATES;
    private AbsentFields absentFields = AbsentFields.KEEP;
    private int rateScale = 1;
    private String suggestionOfMatch = "review";
    private String suggestionOfNone = "pass";
    private String labelOfMatch = "sface";
    private String labelOfNone = "normal";

    private Builder() {}

    /** Sets the code for a person that is not there; 400 unless set. */
    public Builder missingPersonCode(int code) {
      missingPersonCode = code;
      return this;
    }

    /** Sets the code of DeleteFaces for a person that is not there; 400 unless set. */
    public Builder missingPersonOnDeleteFacesCode(int code) {
      missingPersonOnDeleteFacesCode = code;
      return this;
    }

    /** Sets what becomes of pictures beyond the faces that a person may hold. */
    public Builder fullPerson(FullPerson fullPerson) {
      this.fullPerson = fullPerson;
      return this;
    }

    /** Sets what is answered about a group that nobody is in. */
    public Builder missingGroup(MissingGroup missingGroup) {
      this.missingGroup = missingGroup;
      return this;
    }

    /** Sets what AddGroups does about a group that nobody is in. */
    public Builder joiningMissingGroup(JoiningMissingGroup joiningMissingGroup) {
      this.joiningMissingGroup = joiningMissingGroup;
      return this;
    }

    /** Sets what SetPerson does to a field that the request does not have. */
    public Builder absentFields(AbsentFields absentFields) {
      this.absentFields = absentFields;
      return this;
    }

    /** Sets the {@code rate} of the same picture, 1 or 100; 1 unless set. */
    public Builder rateScale(int rateScale) {
      this.rateScale = rateScale;
      return this;
    }

    /** Sets {@code suggestion}; {@code review} and {@code pass} unless set. */
    public Builder suggestions(String ofMatch, String ofNone) {
      suggestionOfMatch = ofMatch;
      suggestionOfNone = ofNone;
      return this;
    }

    /** Sets {@code label}; {@code sface} and {@code normal} unless set. */
    public Builder labels(String ofMatch, String ofNone) {
      labelOfMatch = ofMatch;
      labelOfNone = ofNone;
      return this;
    }

    /**
     * Returns the assumptions.
     *
     * @throws InvalidRequestException if a code is not from 400 to 599, or the scale neither 1 nor
     *     100
     */
    public ProtocolAssumptions build() {
      return new ProtocolAssumptions(
          missingPersonCode,
          missingPersonOnDeleteFacesCode,
          fullPerson,
          missingGroup,
          joiningMissingGroup,
          absentFields,
          rateScale,
          suggestionOfMatch,
          suggestionOfNone,
          labelOfMatch,
          labelOfNone);
    }
  }
}
