package io.facelibrary;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signals that a call failed as a whole.
 *
 * <p>{@link #kind()} says why, and {@link #effect()} says whether the library may have changed. The
 * message names the provider, the operation and the rule. It never contains an id of a person, a
 * credential, a signature or an image.
 */
public class FaceLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ErrorKind kind;
  private final Effect effect;
  private final @Nullable Duration retryAfter;

  // The fields of a CallInfo, which has optionals and so is not serializable. The fields are set
  // once, like a cause: the guard knows the call, and the code that throws often does not.
  private @Nullable String provider;
  private @Nullable Operation operation;
  private @Nullable String requestId;
  private @Nullable String providerCode;

  // Package-private: a provider chooses one of the kinds and adds no exception types.
  FaceLibraryException(ErrorKind kind, Effect effect, String reason) {
    super(Checks.present(reason, "reason"));
    this.kind = Checks.present(kind, "kind");
    this.effect = Checks.present(effect, "effect");
    this.retryAfter = null;
  }

  private FaceLibraryException(Builder builder) {
    super(builder.reason, builder.cause);
    this.kind = builder.kind;
    this.effect = builder.effect;
    this.retryAfter = builder.retryAfter;
    if (builder.call != null) {
      setCall(builder.call);
    }
  }

  /**
   * Returns an exception to throw. Intended for providers; the guard adds the call.
   *
   * @param reason the problem, for people; without an id of a person, a credential or an image
   */
  public static FaceLibraryException of(ErrorKind kind, Effect effect, String reason) {
    return new FaceLibraryException(kind, effect, reason);
  }

  /**
   * Starts an exception with more details. Intended for providers of remote libraries.
   *
   * @param reason the problem, for people; without an id of a person, a credential or an image
   */
  public static Builder builder(ErrorKind kind, Effect effect, String reason) {
    return new Builder(kind, effect, reason);
  }

  /** Returns why the call failed, for programs. */
  public final ErrorKind kind() {
    return kind;
  }

  /**
   * Returns whether the library may have changed. Decides whether an add can safely be repeated.
   */
  public final Effect effect() {
    return effect;
  }

  /**
   * Returns the problem, for people: the text given by the provider or the guard. Unlike {@link
   * #getMessage()}, it contains neither the call nor the kind nor the effect.
   */
  public final String reason() {
    String reason = super.getMessage();
    return reason == null ? "" : reason;
  }

  /**
   * Returns the call that failed. Empty if no call was involved: when a value or a request is
   * built, and when a library is opened or closed. Also empty for a {@link
   * PartialFailureException}.
   */
  public final Optional<CallInfo> call() {
    if (provider == null || operation == null) {
      return Optional.empty();
    }
    CallInfo call = CallInfo.of(provider, operation);
    if (requestId != null) {
      call = call.withRequestId(requestId);
    }
    return Optional.of(providerCode == null ? call : call.withProviderCode(providerCode));
  }

  /** Returns how long the service asks to wait before the next call; empty if it does not ask. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Returns whether the same call may be repeated: the kind is transient, and either the effect is
   * {@link Effect#NONE} or the operation is idempotent.
   */
  public final boolean isRetryable() {
    return kind.isTransient()
        && (effect == Effect.NONE || (operation != null && operation.isIdempotent()));
  }

  /**
   * Sets the call unless it is known already. The innermost library has the most details. Of the
   * same provider, the operation is the one that the user called: a provider may compose it of
   * others.
   */
  final FaceLibraryException during(CallInfo call) {
    if (provider == null) {
      setCall(call);
    } else if (provider.equals(call.provider())) {
      operation = call.operation();
    }
    return this;
  }

  private void setCall(CallInfo call) {
    provider = call.provider();
    operation = call.operation();
    requestId = call.requestId().orElse(null);
    providerCode = call.providerCode().orElse(null);
  }

  /** Returns the call, the {@link #reason()}, the kind and the effect in one line. */
  @Override
  public final String getMessage() {
    return call().map(call -> call + ": ").orElse("")
        + reason()
        + " ("
        + kind
        + ", effect "
        + effect
        + ")";
  }

  /** Collects the details of a failure. */
  public static final class Builder {
    private final ErrorKind kind;
    private final Effect effect;
    private final String reason;
    private @Nullable CallInfo call;
    private @Nullable Duration retryAfter;
    private @Nullable Throwable cause;

    private Builder(ErrorKind kind, Effect effect, String reason) {
      this.kind = Checks.present(kind, "kind");
      this.effect = Checks.present(effect, "effect");
      this.reason = Checks.present(reason, "reason");
    }

    /** Sets the call, with the service's own request id and error code if there are any. */
    public Builder call(CallInfo call) {
      this.call = Checks.present(call, "call");
      return this;
    }

    /**
     * Sets how long the service asks to wait before the next call.
     *
     * @throws InvalidRequestException if the duration is negative
     */
    public Builder retryAfter(Duration retryAfter) {
      if (Checks.present(retryAfter, "retryAfter").isNegative()) {
        throw InvalidRequestException.ofValue("retryAfter", "must not be negative");
      }
      this.retryAfter = retryAfter;
      return this;
    }

    /** Sets the cause. The cause's message must not contain a secret either. */
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
