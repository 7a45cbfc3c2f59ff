package io.facelibrary.aliyun;

import com.aliyun.sdk.service.oss2.exceptions.OperationException;
import com.aliyun.sdk.service.oss2.exceptions.ServiceException;
import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An upload that failed. Nothing of the storage's own texts is kept but its code and its id of the
 * call: in the answer to a wrong signature it repeats the access key and what was signed.
 *
 * @param code the storage's code; empty if no answer of the storage came
 * @param status its HTTP status; 0 if none came
 */
record OssFailure(
    ErrorKind kind,
    String saying,
    Optional<OssCode> known,
    Optional<String> code,
    Optional<String> requestId,
    int status,
    Optional<Duration> retryAfter,
    Optional<Throwable> cause) {

  // What the client library calls an answer without a code.
  private static final String NO_CODE = "BadErrorResponse";
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  static OssFailure of(OperationException failure) {
    ServiceException answer = find(ServiceException.class, failure);
    if (answer != null) {
      return of(answer);
    }
    ExchangeException exchange = find(ExchangeException.class, failure);
    return exchange == null
        ? silent(ErrorKind.INTERNAL, "the storage's client library refused the upload", failure)
        : of(exchange);
  }

  private static OssFailure of(ServiceException answer) {
    Optional<String> sent = text(answer.errorCode(), CODE).filter(it -> !it.equals(NO_CODE));
    Optional<OssCode> known = sent.flatMap(OssCode::of);
    int status = answer.statusCode();
    return new OssFailure(
        known.map(OssCode::kind).orElseGet(() -> OssCode.kindOf(status)),
        "the storage "
            + known.map(OssCode::saying).orElse("refused the upload")
            + ", "
            + sent.map(it -> "code " + it + ", ").orElse("")
            + "HTTP status "
            + status,
        known,
        Optional.of(sent.orElse("HTTP " + status)),
        text(answer.requestId(), REQUEST_ID),
        status,
        RetryAfter.seconds(answer.headers().get(RetryAfter.HEADER)),
        Optional.empty());
  }

  private static OssFailure of(ExchangeException exchange) {
    TransportFailure transport = TransportFailure.of(exchange);
    return silent(transport.kind(), transport.saying(), exchange.cause());
  }

  private static OssFailure silent(ErrorKind kind, String saying, Throwable cause) {
    return new OssFailure(
        kind,
        saying,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.of(cause));
  }

  private static Optional<String> text(@Nullable String text, Pattern form) {
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

  /** Tells whether the right to upload was not taken; another may be. */
  boolean refusesGrant() {
    return status == 403;
  }

  /** Tells whether the right to upload was right once, and has ended. */
  boolean saysGrantEnded() {
    return refusesGrant() && known.map(OssCode::saysGrantEnded).orElse(false);
  }

  /** Makes the exception of it; if the thread was interrupted, its flag is set again. */
  FaceLibraryException during(Operation operation) {
    if (kind == ErrorKind.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    FaceLibraryException.Builder failure =
        FaceLibraryException.builder(kind, Effect.NONE, "upload: " + saying)
            .call(new CallInfo(AliyunProvider.NAME, operation, requestId, code));
    retryAfter.ifPresent(failure::retryAfter);
    cause.ifPresent(failure::cause);
    return failure.build();
  }
}
