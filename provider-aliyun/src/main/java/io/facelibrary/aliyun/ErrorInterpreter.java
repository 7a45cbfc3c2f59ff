package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Interprets the error responses of the service. The service has few statuses and describes the
 * rest in messages. Two messages are known from public programs: "The person is exist!" and "The
 * person is not exist!". Messages are matched loosely; if no message decides, the person is
 * queried.
 */
final class ErrorInterpreter {
  private static final Pattern MISSING =
      Pattern.compile("(?i)\\bnot\\s+(be\\s+)?(exist|found)|\\bno such\\b|\\bdoesn't exist|不存在");
  private static final Pattern PERSON = Pattern.compile("(?i)person|人员");
  private static final Pattern GROUP = Pattern.compile("(?i)group|组");
  private static final Pattern OTHER_THING = Pattern.compile("(?i)group|face|image|组|脸|图");
  private static final Pattern EXISTS = Pattern.compile("(?i)\\bexist|已存在");

  private final GreenClient client;

  ErrorInterpreter(GreenClient client) {
    this.client = client;
  }

  /** Returns whether a response says that something does not exist, whether person or group. */
  static boolean saysMissing(GreenResponse response) {
    return !response.isOk()
        && (MISSING.matcher(response.message()).find()
            || GreenCode.of(response.code()) == GreenCode.NOT_FOUND);
  }

  /** Returns whether a response says that a group does not exist. */
  static boolean saysGroupMissing(GreenResponse response) {
    return saysMissing(response) && GROUP.matcher(response.message()).find();
  }

  /**
   * Returns whether a response says that the person does not exist, and cannot mean anything else.
   * A status of 404 may also refer to an image, whose URL may contain any word.
   */
  private static boolean saysPersonMissing(GreenResponse response) {
    return MISSING.matcher(response.message()).find()
        && PERSON.matcher(response.message()).find()
        && !OTHER_THING.matcher(response.message()).find();
  }

  /** Returns the failure of a call on a person that should exist. */
  FaceLibraryException interpretForPerson(
      Operation during, PersonId person, GreenClient.CallResult result) {
    return isMissing(during, person, result.response())
        ? noSuchPerson(result)
        : result.failures().of(result.response());
  }

  private boolean isMissing(Operation during, PersonId person, GreenResponse response) {
    return saysPersonMissing(response)
        || (mayConcernPerson(response)
            && queryExists(during, person).map(exists -> !exists).orElse(false));
  }

  private static FaceLibraryException noSuchPerson(GreenClient.CallResult result) {
    return result
        .failures()
        .of(
            result.response(),
            ErrorKind.NOT_FOUND,
            Effect.NONE,
            "the person is not in the library");
  }

  /** Returns the failure of a call that should have added a person. */
  FaceLibraryException interpretForNewPerson(
      Operation during, PersonId person, GreenClient.CallResult result) {
    GreenResponse response = result.response();
    boolean refused = GreenCode.of(response.code()) == GreenCode.BAD_REQUEST;
    boolean saysExists =
        !saysMissing(response)
            && PERSON.matcher(response.message()).find()
            && EXISTS.matcher(response.message()).find();
    // After any other status, the person may exist because this call added it.
    return refused && (saysExists || queryExists(during, person).orElse(false))
        ? result
            .failures()
            .of(
                response,
                ErrorKind.ALREADY_EXISTS,
                Effect.NONE,
                "the person is already in the library")
        : result.failures().of(response);
  }

  /**
   * Returns whether a missing person may have this status. Public programs show 400, and a comment
   * in one of them mentions 500. The name of 404 is "not found".
   */
  private static boolean mayConcernPerson(GreenResponse response) {
    return switch (GreenCode.of(response.code())) {
      case BAD_REQUEST, NOT_FOUND, GENERAL_ERROR -> true;
      default -> false;
    };
  }

  /** Queries whether the person exists; empty if the query failed. */
  private Optional<Boolean> queryExists(Operation during, PersonId person) {
    try {
      GreenResponse response =
          client
              .call(during, GreenOperation.GET_PERSON, new Bodies.PersonBody(person.value()))
              .response();
      if (response.isOk()) {
        return Optional.of(true);
      }
      return saysMissing(response) ? Optional.of(false) : Optional.empty();
    } catch (FaceLibraryException e) {
      // Report the original failure, not this query's.
      return Optional.empty();
    }
  }
}
