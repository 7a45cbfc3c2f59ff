package io.facelibrary;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call failed as a whole. Two questions are answered: why ({@link #kind()}), and whether the
 * library may have changed ({@link #effect()}). The message names the provider, the operation and
 * the rule, and never holds an id of a person, a credential, a signature or a picture.
 */
public class FaceLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorKind kind;
  private final Effect effect;
  private final @Nullable Duration retryAfter;

  // The parts of a CallInfo, which as a record of optionals could not be serialised. The guard
  // knows the call and the thrower often does not, so they are set once, as a cause is.
  private @Nullable String provider;
  private @Nullable Operation operation;
  private @Nullable String requestId;
  private @Nullable String providerCode;

  // Package-private: a provider chooses among the kinds, it does not add exception types.
  FaceLibraryException(ErrorKind kind, Effect effect, String message) {
    super(Checks.present(message, "message"));
    this.kind = Checks.present(kind, "kind");
    this.effect = Checks.present(effect, "effect");
    this.retryAfter = null;
  }

  private FaceLibraryException(Builder builder) {
    super(builder.message, builder.cause);
    this.kind = builder.kind;
    this.effect = builder.effect;
    this.retryAfter = builder.retryAfter;
    if (builder.call != null) {
      setCall(builder.call);
    }
  }

  /**
   * Returns an exception to throw, for providers. The guard adds which call it was.
   *
   * @param message says what is wrong, without an id of a person, a credential or a picture
   */
  public static FaceLibraryException of(ErrorKind kind, Effect effect, String message) {
    return new FaceLibraryException(kind, effect, message);
  }

  /**
   * Starts an exception that tells more, for providers of remote libraries.
   *
   * @param message says what is wrong, without an id of a person, a credential or a picture
   */
  public static Builder builder(ErrorKind kind, Effect effect, String message) {
    return new Builder(kind, effect, message);
  }

  /** Why the call failed. */
  public final ErrorKind kind() {
    return kind;
  }

  /** Whether the library may have changed; decides if repeating an add is safe. */
  public final Effect effect() {
    return effect;
  }

  /**
   * Which call failed; empty where no call did: when a value or request is built, a library opened
   * or closed, or a {@link PartialFailureException} made of a result.
   */
  public final Optional<CallInfo> call() {
    if (provider == null || operation == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CallInfo(
            provider,
            operation,
            Optional.ofNullable(requestId),
            Optional.ofNullable(providerCode)));
  }

  /** How long the service asks to wait before the next call. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Tells whether the same call may be made again: the kind is transient, and the effect is {@link
   * Effect#NONE} or the operation idempotent.
   */
  public final boolean isRetryable() {
    return kind.isTransient()
        && (effect == Effect.NONE || (operation != null && operation.isIdempotent()));
  }

  /** Adds which call it was, unless that is known: the library that failed knows best. */
  final FaceLibraryException during(CallInfo call) {
    if (provider == null) {
      setCall(call);
    }
    return this;
  }

  private void setCall(CallInfo call) {
    provider = call.provider();
    operation = call.operation();
    requestId = call.requestId().orElse(null);
    providerCode = call.providerCode().orElse(null);
  }

  /** The call, what is wrong, the kind and the effect. */
  @Override
  public final String getMessage() {
    return call().map(call -> call + ": ").orElse("")
        + super.getMessage()
        + " ("
        + kind
        + ", effect "
        + effect
        + ")";
  }

  /** Collects what a provider knows about a failure. */
  public static final class Builder {
    private final ErrorKind kind;
    private final Effect effect;
    private final String message;
    private @Nullable CallInfo call;
    private @Nullable Duration retryAfter;
    private @Nullable Throwable cause;

    private Builder(ErrorKind kind, Effect effect, String message) {
      this.kind = Checks.present(kind, "kind");
      this.effect = Checks.present(effect, "effect");
      this.message = Checks.present(message, "message");
    }

    /** Sets which call it was, with the service's own id and code of it. */
    public Builder call(CallInfo call) {
      this.call = Checks.present(call, "call");
      return this;
    }

    /**
     * Sets how long the service asks to wait.
     *
     * @throws InvalidRequestException if it is negative
     */
    public Builder retryAfter(Duration retryAfter) {
      if (Checks.present(retryAfter, "retryAfter").isNegative()) {
        throw InvalidRequestException.ofValue("retryAfter", "must not be negative");
      }
      this.retryAfter = retryAfter;
      return this;
    }

    /** Sets the cause; its message must hold no secret either. */
    public Builder cause(Throwable cause) {
      this.cause = Checks.present(cause, "cause");
      return this;
    }

    /** Returns the exception to throw. */
    public FaceLibraryException build() {
      return new FaceLibraryException(this);
    }
  }
}
