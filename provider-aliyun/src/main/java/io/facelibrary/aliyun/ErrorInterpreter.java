package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds out what a refusal means. The service has few statuses and says the rest in texts, of which
 * two are known from public programs: "The person is exist!" and "The person is not exist!". They
 * are matched loosely, and what no text tells is asked.
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

  /** Tells whether this says that something is missing, whatever it is. */
  static boolean saysMissing(GreenResponse answer) {
    return !answer.isOk()
        && (MISSING.matcher(answer.message()).find()
            || GreenCode.of(answer.code()) == GreenCode.NOT_FOUND);
  }

  /** Tells whether this says that a group is missing. */
  static boolean saysGroupMissing(GreenResponse answer) {
    return saysMissing(answer) && GROUP.matcher(answer.message()).find();
  }

  /**
   * Tells whether this says that the person is missing, and cannot mean anything else. A status of
   * 404 may also be that of a picture, whose address may hold any word.
   */
  private static boolean saysPersonMissing(GreenResponse answer) {
    return MISSING.matcher(answer.message()).find()
        && PERSON.matcher(answer.message()).find()
        && !OTHER_THING.matcher(answer.message()).find();
  }

  /** The failure of a call on a person that should be there. */
  FaceLibraryException onPerson(Operation during, PersonId person, GreenClient.Reply reply) {
    return isMissing(during, person, reply.answer())
        ? noSuchPerson(reply)
        : reply.failures().of(reply.answer());
  }

  private boolean isMissing(Operation during, PersonId person, GreenResponse answer) {
    return saysPersonMissing(answer)
        || (mayConcernPerson(answer) && found(during, person).map(there -> !there).orElse(false));
  }

  private static FaceLibraryException noSuchPerson(GreenClient.Reply reply) {
    return reply
        .failures()
        .of(reply.answer(), ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
  }

  /** The failure of a call that should have brought a person into the library. */
  FaceLibraryException onNewPerson(Operation during, PersonId person, GreenClient.Reply reply) {
    GreenResponse answer = reply.answer();
    boolean refused = GreenCode.of(answer.code()) == GreenCode.BAD_REQUEST;
    boolean said =
        !saysMissing(answer)
            && PERSON.matcher(answer.message()).find()
            && EXISTS.matcher(answer.message()).find();
    // After any other status the person may be there because this very call brought it.
    return refused && (said || found(during, person).orElse(false))
        ? reply
            .failures()
            .of(answer, ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library")
        : reply.failures().of(answer);
  }

  /**
   * Tells whether the status is one that a missing person may have: 400 is known from public
   * programs, 500 from the comment in one of them, 404 is what its name says.
   */
  private static boolean mayConcernPerson(GreenResponse answer) {
    return switch (GreenCode.of(answer.code())) {
      case BAD_REQUEST, NOT_FOUND, GENERAL_ERROR -> true;
      default -> false;
    };
  }

  /** Asks whether the person is there; empty if that cannot be told either. */
  private Optional<Boolean> found(Operation during, PersonId person) {
    try {
      GreenResponse answer =
          client
              .call(during, GreenOperation.GET_PERSON, new Bodies.PersonBody(person.value()))
              .answer();
      if (answer.isOk()) {
        return Optional.of(true);
      }
      return saysMissing(answer) ? Optional.of(false) : Optional.empty();
    } catch (FaceLibraryException e) {
      // What the first call said is what the caller is told.
      return Optional.empty();
    }
  }
}
