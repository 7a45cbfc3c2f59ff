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
 * Statuses that the service sends in {@code code}, and what they mean for a caller.
 *
 * <p>Source: help.aliyun.com document 53414, "Returned results", which says that 4xx is the
 * caller's fault and 5xx the service's. So nothing was changed after a 4xx; after a 5xx nobody
 * knows, except where the status says that the call was turned away or its picture not read.
 */
enum GreenCode {
  PROCESSING(280, ErrorKind.INTERNAL, UNKNOWN, "answered that it is still at work"),
  BAD_REQUEST(400, ErrorKind.INVALID_REQUEST, NONE, "refused a parameter"),
  NOT_ALLOWED(401, ErrorKind.IMAGE_REJECTED, NONE, "does not read the picture's address"),
  FORBIDDEN(403, ErrorKind.IMAGE_REJECTED, NONE, "may not read the picture's address"),
  NOT_FOUND(404, ErrorKind.IMAGE_REJECTED, NONE, "cannot download the picture"),
  DOWNLOAD_FAILED(480, ErrorKind.IMAGE_REJECTED, NONE, "failed to download the picture"),
  GENERAL_ERROR(500, ErrorKind.UNAVAILABLE, UNKNOWN, "failed"),
  SERVICE_UNAVAILABLE(503, ErrorKind.UNAVAILABLE, UNKNOWN, "is unavailable"),
  DB_FAILED(580, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its database"),
  TIMEOUT(581, ErrorKind.TIMED_OUT, UNKNOWN, "did not end in time"),
  CACHE_FAILED(585, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its cache"),
  ALGO_FAILED(586, ErrorKind.INTERNAL, UNKNOWN, "failed in its algorithm"),
  MQ_FAILED(587, ErrorKind.UNAVAILABLE, UNKNOWN, "could not use its queue"),
  EXCEED_QUOTA(588, ErrorKind.THROTTLED, NONE, "refused one call too many"),
  TOO_LARGE(589, ErrorKind.IMAGE_REJECTED, NONE, "found the picture too large"),
  BAD_FORMAT(590, ErrorKind.IMAGE_REJECTED, NONE, "cannot read the picture's format"),
  CONNECTION_POOL_FULL(591, ErrorKind.UNAVAILABLE, UNKNOWN, "has no connection free"),
  DOWNLOAD_TIMEOUT(592, ErrorKind.IMAGE_REJECTED, NONE, "could not download the picture in 3 s"),
  EXPIRED(594, ErrorKind.INTERNAL, UNKNOWN, "answered that something has expired"),
  CAPTURE_FAILED(595, ErrorKind.IMAGE_REJECTED, NONE, "cannot take a frame of the picture"),
  PERMISSION_DENY(596, ErrorKind.PERMISSION_DENIED, NONE, "is not open to this account"),
  /** Any status that is not in the table. */
  OTHER(-1, ErrorKind.INTERNAL, UNKNOWN, "answered a status that is not documented");

  private static final Map<Integer, GreenCode> BY_NUMBER =
      Stream.of(values()).collect(Collectors.toMap(code -> code.number, Function.identity()));

  private final int number;
  private final ErrorKind kind;
  private final Effect effect;
  private final String saying;

  GreenCode(int number, ErrorKind kind, Effect effect, String saying) {
    this.number = number;
    this.kind = kind;
    this.effect = effect;
    this.saying = saying;
  }

  static GreenCode of(int number) {
    return BY_NUMBER.getOrDefault(number, OTHER);
  }

  ErrorKind kind() {
    return kind;
  }

  /** What a failed write may have done. */
  Effect effect() {
    return effect;
  }

  /** What the service did, to follow "the service". */
  String saying() {
    return saying;
  }
}
