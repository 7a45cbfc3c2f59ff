package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ExchangeException;
import io.facelibrary.aliyun.internal.transport.HttpStatus;
import io.facelibrary.aliyun.internal.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates the exception of one failed call, with the details from the service: its code, its text
 * and its id of the call.
 */
final class Failures {
  private final GreenCall call;
  private final byte[] sent;
  private final Optional<Duration> retryAfter;

  /**
   * Creates exceptions of one call.
   *
   * @param sent the body that was sent; no message may repeat its texts
   */
  Failures(GreenCall call, byte[] sent) {
    this(call, sent, Optional.empty());
  }

  private Failures(GreenCall call, byte[] sent, Optional<Duration> retryAfter) {
    this.call = call;
    this.sent = sent;
    this.retryAfter = retryAfter;
  }

  /** Returns a copy for a response that asks the client to wait before a retry. */
  Failures withRetryAfter(Optional<Duration> wait) {
    return new Failures(call, sent, wait);
  }

  /** The service responded with an error. */
  FaceLibraryException of(GreenResponse response) {
    GreenCode code = GreenCode.of(response.code());
    boolean isAboutImage = code.kind() == ErrorKind.IMAGE_REJECTED;
    return isAboutImage && !call.operation().readsImages()
        ? of(
            response,
            ErrorKind.INTERNAL,
            code.effect(),
            "the service responded with an error of an image")
        : of(response, code.kind(), code.effect(), "the service " + code.predicate());
  }

  /** The service responded with an error whose meaning is known better than from its status. */
  FaceLibraryException of(GreenResponse response, ErrorKind kind, Effect effect, String message) {
    FaceLibraryException.Builder failure =
        builder(kind, effect, message + quote(response.message()));
    retryAfter.ifPresent(failure::retryAfter);
    return failure
        .call(info(response.requestId(), Optional.of(Integer.toString(response.code()))))
        .build();
  }

  /** The service responded with status 200, but its body is not as documented. */
  FaceLibraryException defect(GreenResponse response, String content) {
    return of(
        response, ErrorKind.INTERNAL, Effect.UNKNOWN, "the service responded with " + content);
  }

  /** The gateway responded with an error. */
  FaceLibraryException ofGateway(int httpStatus, String code, JsonNode body) {
    Optional<GatewayCode> known = GatewayCode.of(code);
    HttpStatus status = HttpStatus.of(httpStatus);
    FaceLibraryException.Builder failure =
        builder(
            known.map(GatewayCode::kind).orElse(ErrorKind.INTERNAL),
            known.map(GatewayCode::effect).orElse(status.effect()),
            "the gateway "
                + known
                    .map(GatewayCode::predicate)
                    .orElse("responded with a code that is not documented")
                + ", HTTP status "
                + httpStatus
                + quote(Json.either(body, "Message", "message").asText("")));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.call(info(Json.requestId(body), Optional.of(code))).build();
  }

  /** The response is not from the service: it is empty, an HTML page, or truncated JSON. */
  FaceLibraryException ofForeign(int httpStatus, int bytes, Optional<String> requestId) {
    HttpStatus status = HttpStatus.of(httpStatus);
    FaceLibraryException.Builder failure =
        builder(
            status.kind(),
            status.effect(),
            status.description()
                + ": HTTP status "
                + httpStatus
                + " and "
                + (bytes == 0
                    ? "an empty body"
                    : bytes + " bytes that are not JSON from the service"));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.call(info(requestId, Optional.of("HTTP " + httpStatus))).build();
  }

  /** No complete response arrived. */
  FaceLibraryException of(ExchangeException failure) {
    TransportFailure transport = TransportFailure.of(failure);
    return builder(
            transport.kind(),
            failure.isRequestStarted() ? Effect.UNKNOWN : Effect.NONE,
            transport.description())
        .call(info(Optional.empty(), Optional.empty()))
        .cause(failure.cause())
        .build();
  }

  /**
   * There are no credentials.
   *
   * @param cause the exception of the user's supplier, if it failed
   */
  FaceLibraryException noCredentials(@Nullable Throwable cause) {
    FaceLibraryException.Builder failure =
        builder(
                ErrorKind.UNAUTHENTICATED,
                Effect.NONE,
                cause == null
                    ? "no credentials were found"
                    : "the supplier of credentials failed with " + cause.getClass().getName())
            .call(info(Optional.empty(), Optional.empty()));
    if (cause != null) {
      failure.cause(cause);
    }
    return failure.build();
  }

  /** The SDK or the HTTP client threw an exception that it does not document. */
  FaceLibraryException unexpected(Throwable cause) {
    return builder(
            ErrorKind.INTERNAL, Effect.UNKNOWN, "the SDK failed with " + cause.getClass().getName())
        .call(info(Optional.empty(), Optional.empty()))
        .cause(cause)
        .build();
  }

  private FaceLibraryException.Builder builder(ErrorKind kind, Effect effect, String message) {
    return FaceLibraryException.builder(
        kind, call.operation().writes() ? effect : Effect.NONE, call.operation() + ": " + message);
  }

  private String quote(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("OK") ? "" : "; it says: " + redact(text);
  }

  /** Returns a text of the service without secrets and without the values of the request. */
  String redact(String text) {
    return VendorText.redact(text, Json.read(sent).orElseThrow());
  }

  private CallInfo info(Optional<String> requestId, Optional<String> code) {
    return info(call.during(), requestId, code);
  }

  static CallInfo info(Operation operation, Optional<String> requestId, Optional<String> code) {
    CallInfo info = CallInfo.of(AliyunProvider.NAME, operation);
    info = requestId.map(info::withRequestId).orElse(info);
    return code.map(info::withProviderCode).orElse(info);
  }
}
