package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;

/**
 * Behavior of the service that no public source documents. Each default is the most likely one. A
 * program that must work with every behavior should be tested with the other values too.
 *
 * @param missingPersonCode the code if a person does not exist; 400 was observed for DeletePerson
 *     only
 * @param missingPersonOnDeleteFacesCode the same code for DeleteFaces, for which a comment in a
 *     client mentions 500
 * @param fullPerson how AddFaces treats images beyond the maximum number of faces of a person
 * @param missingGroup how GetPersons and a search treat a group without persons
 * @param joiningMissingGroup how AddGroups treats a group without persons: help document 70427 says
 *     that it is created, 121341 that it must exist
 * @param absentFields how SetPerson treats a name or note that the request omits
 * @param rateScale the {@code rate} of a search with an identical image: 1 or 100
 * @param suggestionOfMatch {@code suggestion} of a search that found a person
 * @param suggestionOfNone {@code suggestion} of a search that found no person
 * @param labelOfMatch {@code label} of a search that found a person
 * @param labelOfNone {@code label} of a search that found no person
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

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a code is not from 400 to 599, or the scale is neither 1 nor
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

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
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
      this.fullPerson = fullPerson;
      return this;
    }

    /** Sets how GetPersons and a search treat a group without persons. */
    public Builder missingGroup(MissingGroup missingGroup) {
      this.missingGroup = missingGroup;
      return this;
    }

    /** Sets how AddGroups treats a group without persons. */
    public Builder joiningMissingGroup(JoiningMissingGroup joiningMissingGroup) {
      this.joiningMissingGroup = joiningMissingGroup;
      return this;
    }

    /** Sets how SetPerson treats a field that the request omits. */
    public Builder absentFields(AbsentFields absentFields) {
      this.absentFields = absentFields;
      return this;
    }

    /** Sets the {@code rate} of an identical image, 1 or 100; 1 by default. */
    public Builder rateScale(int rateScale) {
      this.rateScale = rateScale;
      return this;
    }

    /** Sets {@code suggestion}; {@code review} and {@code pass} by default. */
    public Builder suggestions(String ofMatch, String ofNone) {
      suggestionOfMatch = ofMatch;
      suggestionOfNone = ofNone;
      return this;
    }

    /** Sets {@code label}; {@code sface} and {@code normal} by default. */
    public Builder labels(String ofMatch, String ofNone) {
      labelOfMatch = ofMatch;
      labelOfNone = ofNone;
      return this;
    }

    /**
     * Returns the assumptions.
     *
     * @throws InvalidRequestException if a code is not from 400 to 599, or the scale is neither 1
     *     nor 100
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
