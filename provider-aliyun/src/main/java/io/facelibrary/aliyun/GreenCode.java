package io.facelibrary.aliyun;

import static io.facelibrary.Effect.NONE;
import static io.facelibrary.Effect.UNKNOWN;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statuses that the service sends in {@code code}, and their meaning for a caller.
 *
 * <p>Source: help.aliyun.com document 53414, "Returned results", which attributes 4xx to the caller
 * and 5xx to the service. So nothing was changed after a 4xx. After a 5xx the effect is unknown,
 * unless the status says that the call was rejected or its image not read.
 *
 * <p>The module server-green has a type of the same name, deliberately: client and server share no
 * code. So one misreading of the documentation does not pass the tests of both.
 */
enum GreenCode {
  PROCESSING(280, ErrorKind.INTERNAL, UNKNOWN, "responded that it is still processing"),
  BAD_REQUEST(400, ErrorKind.INVALID_REQUEST, NONE, "refused a parameter"),
  NOT_ALLOWED(401, ErrorKind.IMAGE_REJECTED, NONE, "does not read the URL of the image"),
  FORBIDDEN(403, ErrorKind.IMAGE_REJECTED, NONE, "may not read the URL of the image"),
  NOT_FOUND(404, ErrorKind.IMAGE_REJECTED, NONE, "cannot download the image"),
  DOWNLOAD_FAILED(480, ErrorKind.IMAGE_REJECTED, NONE, "failed to download the image"),
  GENERAL_ERROR(500, ErrorKind.UNAVAILABLE, UNKNOWN, "failed"),
  SERVICE_UNAVAILABLE(503, ErrorKind.UNAVAILABLE, UNKNOWN, "is unavailable"),
  DB_FAILED(580, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its database"),
  TIMEOUT(581, ErrorKind.TIMED_OUT, UNKNOWN, "did not finish in time"),
  CACHE_FAILED(585, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its cache"),
  ALGO_FAILED(586, ErrorKind.INTERNAL, UNKNOWN, "failed in its algorithm"),
  MQ_FAILED(587, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its queue"),
  EXCEED_QUOTA(588, ErrorKind.THROTTLED, NONE, "refused the call because there were too many"),
  TOO_LARGE(589, ErrorKind.IMAGE_REJECTED, NONE, "rejected the image as too large"),
  BAD_FORMAT(590, ErrorKind.IMAGE_REJECTED, NONE, "cannot read the format of the image"),
  CONNECTION_POOL_FULL(591, ErrorKind.UNAVAILABLE, UNKNOWN, "has no free connection"),
  DOWNLOAD_TIMEOUT(592, ErrorKind.IMAGE_REJECTED, NONE, "could not download the image in 3 s"),
  EXPIRED(594, ErrorKind.INTERNAL, UNKNOWN, "responded that something has expired"),
  CAPTURE_FAILED(595, ErrorKind.IMAGE_REJECTED, NONE, "cannot extract a frame of the image"),
  PERMISSION_DENY(
      596, ErrorKind.PERMISSION_DENIED, NONE, "does not allow the account to make this call"),
  /** Any status that is not in the table. */
  OTHER(-1, ErrorKind.INTERNAL, UNKNOWN, "responded with a status that is not documented");

  private static final Map<Integer, GreenCode> BY_NUMBER =
      Stream.of(values()).collect(Collectors.toMap(code -> code.number, Function.identity()));

  private final int number;
  private final ErrorKind kind;
  private final Effect effect;
  private final String predicate;

  GreenCode(int number, ErrorKind kind, Effect effect, String predicate) {
    this.number = number;
    this.kind = kind;
    this.effect = effect;
    this.predicate = predicate;
  }

  static GreenCode of(int number) {
    return BY_NUMBER.getOrDefault(number, OTHER);
  }

  ErrorKind kind() {
    return kind;
  }

  /** Returns the effect that a failed write may have had. */
  Effect effect() {
    return effect;
  }

  /** Returns a predicate, to follow the subject "the service". */
  String predicate() {
    return predicate;
  }
}
