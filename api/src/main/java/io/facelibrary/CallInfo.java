package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Identifies a failed call. Contains no id of a person, no credential and no image. */
public final class CallInfo {
  private final String provider;
  private final Operation operation;
  private final Optional<String> requestId;
  private final Optional<String> providerCode;

  private CallInfo(
      String provider,
      Operation operation,
      Optional<String> requestId,
      Optional<String> providerCode) {
    this.provider = Checks.present(provider, "provider");
    this.operation = Checks.present(operation, "operation");
    this.requestId = requestId;
    this.providerCode = providerCode;
  }

  /** Returns a call without request id and provider code. */
  public static CallInfo of(String provider, Operation operation) {
    return new CallInfo(provider, operation, Optional.empty(), Optional.empty());
  }

  /** Returns this call with the service's own id of the request. */
  public CallInfo withRequestId(String requestId) {
    return new CallInfo(
        provider, operation, Optional.of(Checks.present(requestId, "requestId")), providerCode);
  }

  /** Returns this call with the service's own error code. */
  public CallInfo withProviderCode(String providerCode) {
    return new CallInfo(
        provider, operation, requestId, Optional.of(Checks.present(providerCode, "providerCode")));
  }

  /** Returns the provider's name, such as {@code inmemory}. */
  public String provider() {
    return provider;
  }

  /** Returns the operation that was called. */
  public Operation operation() {
    return operation;
  }

  /** Returns the service's own id of the request, for its support; empty if there is none. */
  public Optional<String> requestId() {
    return requestId;
  }

  /** Returns the service's own error code, unchanged; empty if there is none. */
  public Optional<String> providerCode() {
    return providerCode;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallInfo that
        && provider.equals(that.provider)
        && operation.equals(that.operation)
        && requestId.equals(that.requestId)
        && providerCode.equals(that.providerCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, operation, requestId, providerCode);
  }

  /** Returns the provider and the operation, with the error code and the request id if known. */
  @Override
  public String toString() {
    return provider
        + " "
        + operation
        + providerCode.map(code -> ", code " + code).orElse("")
        + requestId.map(id -> ", request " + id).orElse("");
  }
}
