package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exception of one call that failed, with all that the service said: its code, its text
 * and its id of the call.
 */
final class Failures {
  private final GreenCall call;
  private final byte[] sent;
  private final Optional<Duration> retryAfter;

  /**
   * For one call.
   *
   * @param call which call it was
   * @param sent the body that was sent, whose texts no message may repeat
   */
  Failures(GreenCall call, byte[] sent) {
    this(call, sent, Optional.empty());
  }

  private Failures(GreenCall call, byte[] sent, Optional<Duration> retryAfter) {
    this.call = call;
    this.sent = sent;
    this.retryAfter = retryAfter;
  }

  /** Returns these, of a call whose answer asks to wait. */
  Failures withRetryAfter(Optional<Duration> asked) {
    return new Failures(call, sent, asked);
  }

  /** The service refused, or failed. */
  FaceLibraryException of(GreenResponse answer) {
    GreenCode code = GreenCode.of(answer.code());
    boolean isOfPicture = code.kind() == ErrorKind.IMAGE_REJECTED;
    return isOfPicture && !call.operation().readsPictures()
        ? of(answer, ErrorKind.INTERNAL, code.effect(), "the service answered of a picture")
        : of(answer, code.kind(), code.effect(), "the service " + code.saying());
  }

  /** The service refused, and what that means is known better than from its status. */
  FaceLibraryException of(GreenResponse answer, ErrorKind kind, Effect effect, String saying) {
    FaceLibraryException.Builder failure = builder(kind, effect, saying + said(answer.message()));
    retryAfter.ifPresent(failure::retryAfter);
    return failure
        .call(info(answer.requestId(), Optional.of(Integer.toString(answer.code()))))
        .build();
  }

  /** The service answered 200, and what came is not what it documents. */
  FaceLibraryException defect(GreenResponse answer, String saying) {
    return of(answer, ErrorKind.INTERNAL, Effect.UNKNOWN, "the service answered " + saying);
  }

  /** The gateway refused, or failed. */
  FaceLibraryException ofGateway(int httpStatus, String code, JsonNode body) {
    Optional<GatewayCode> known = GatewayCode.of(code);
    HttpStatus status = HttpStatus.of(httpStatus);
    FaceLibraryException.Builder failure =
        builder(
            known.map(GatewayCode::kind).orElse(ErrorKind.INTERNAL),
            known.map(GatewayCode::effect).orElse(status.effect()),
            "the gateway "
                + known.map(GatewayCode::saying).orElse("answered a code that is not documented")
                + ", HTTP status "
                + httpStatus
                + said(Json.either(body, "Message", "message").asText("")));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.call(info(Json.requestId(body), Optional.of(code))).build();
  }

  /** What came is no answer of the service: nothing, a page of HTML, half a sentence. */
  FaceLibraryException ofForeign(int httpStatus, int bytes, Optional<String> requestId) {
    HttpStatus status = HttpStatus.of(httpStatus);
    FaceLibraryException.Builder failure =
        builder(
            status.kind(),
            status.effect(),
            status.saying()
                + ": HTTP status "
                + httpStatus
                + " and "
                + (bytes == 0
                    ? "an empty body"
                    : bytes + " bytes that are no JSON of the service"));
    retryAfter.ifPresent(failure::retryAfter);
    return failure.call(info(requestId, Optional.of("HTTP " + httpStatus))).build();
  }

  /** No whole answer came. */
  FaceLibraryException of(ExchangeException failure) {
    TransportFailure transport = TransportFailure.of(failure);
    return builder(
            transport.kind(), failure.sent() ? Effect.UNKNOWN : Effect.NONE, transport.saying())
        .call(info(Optional.empty(), Optional.empty()))
        .cause(failure.cause())
        .build();
  }

  /**
   * There was nothing to sign with.
   *
   * @param cause the exception of the program's own supplier, if that failed
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

  /** What the SDK or the client threw is none of what they document. */
  FaceLibraryException unforeseen(Throwable cause) {
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

  private String said(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("OK") ? "" : "; it says: " + shown(text);
  }

  /** Returns a text of the service without what may not be shown. */
  String shown(String text) {
    return VendorText.shown(text, Json.read(sent).orElseThrow());
  }

  private CallInfo info(Optional<String> requestId, Optional<String> code) {
    return new CallInfo(AliyunProvider.NAME, call.during(), requestId, code);
  }
}
