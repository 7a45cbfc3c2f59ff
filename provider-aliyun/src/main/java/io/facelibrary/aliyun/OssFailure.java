package io.facelibrary.aliyun;

import com.aliyun.sdk.service.oss2.exceptions.OperationException;
import com.aliyun.sdk.service.oss2.exceptions.ServiceException;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ExchangeException;
import io.facelibrary.aliyun.internal.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failed upload. Of the storage's texts, only its code and its id of the call are kept. Its error
 * for a wrong signature repeats the access key and the signed text.
 *
 * @param code the storage's code; empty if no response of the storage arrived
 * @param status its HTTP status; 0 if no response arrived
 */
record OssFailure(
    ErrorKind kind,
    String description,
    Optional<OssCode> known,
    Optional<String> code,
    Optional<String> requestId,
    int status,
    Optional<Duration> retryAfter,
    Optional<Throwable> cause) {

  // The client library's code for an error response without a code.
  private static final String NO_CODE = "BadErrorResponse";
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  static OssFailure of(OperationException failure) {
    ServiceException response = find(ServiceException.class, failure);
    if (response != null) {
      return of(response);
    }
    ExchangeException exchange = find(ExchangeException.class, failure);
    return exchange == null
        ? withoutResponse(
            ErrorKind.INTERNAL, "the storage's client library refused the upload", failure)
        : of(exchange);
  }

  private static OssFailure of(ServiceException response) {
    Optional<String> sent = matching(response.errorCode(), CODE).filter(it -> !it.equals(NO_CODE));
    Optional<OssCode> known = sent.flatMap(OssCode::of);
    int status = response.statusCode();
    return new OssFailure(
        known.map(OssCode::kind).orElseGet(() -> OssCode.kindOf(status)),
        "the storage "
            + known.map(OssCode::predicate).orElse("refused the upload")
            + ", "
            + sent.map(it -> "code " + it + ", ").orElse("")
            + "HTTP status "
            + status,
        known,
        Optional.of(sent.orElse("HTTP " + status)),
        matching(response.requestId(), REQUEST_ID),
        status,
        RetryAfter.seconds(response.headers().get(RetryAfter.HEADER)),
        Optional.empty());
  }

  private static OssFailure of(ExchangeException exchange) {
    TransportFailure transport = TransportFailure.of(exchange);
    return withoutResponse(transport.kind(), transport.description(), exchange.cause());
  }

  private static OssFailure withoutResponse(ErrorKind kind, String description, Throwable cause) {
    return new OssFailure(
        kind,
        description,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.of(cause));
  }

  private static Optional<String> matching(@Nullable String text, Pattern form) {
    return Optional.ofNullable(text).filter(it -> form.matcher(it).matches());
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (type.isInstance(it)) {
        return type.cast(it);
      }
    }
    return null;
  }

  /** Returns whether the storage refused the upload grant; it may accept another one. */
  boolean refusesGrant() {
    return status == 403;
  }

  /** Returns whether the upload grant was valid and has expired. */
  boolean isGrantExpired() {
    return refusesGrant() && known.map(OssCode::isGrantExpired).orElse(false);
  }

  /** Returns the exception; if the thread was interrupted, sets its interrupt flag again. */
  FaceLibraryException toException(Operation operation) {
    if (kind == ErrorKind.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    FaceLibraryException.Builder failure =
        FaceLibraryException.builder(kind, Effect.NONE, "upload: " + description)
            .call(Failures.info(operation, requestId, code));
    retryAfter.ifPresent(failure::retryAfter);
    cause.ifPresent(failure::cause);
    return failure.build();
  }
}
