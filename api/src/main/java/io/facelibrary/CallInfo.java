package io.facelibrary;

import java.util.Optional;

/**
 * Identifies a failed call. Contains no id of a person, no credential and no image.
 *
 * @param provider the provider's name, such as {@code inmemory}
 * @param operation the operation that was called
 * @param requestId the service's own id of the request, for its support; empty if there is none
 * @param providerCode the service's own error code, unchanged; empty if there is none
 */
public record CallInfo(
    String provider,
    Operation operation,
    Optional<String> requestId,
    Optional<String> providerCode) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public CallInfo {
    Checks.present(provider, "provider");
    Checks.present(operation, "operation");
    Checks.present(requestId, "requestId");
    Checks.present(providerCode, "providerCode");
  }

  /** Returns a call without request id and provider code. */
  public static CallInfo of(String provider, Operation operation) {
    return new CallInfo(provider, operation, Optional.empty(), Optional.empty());
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
