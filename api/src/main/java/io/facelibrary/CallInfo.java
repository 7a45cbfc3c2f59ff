package io.facelibrary;

import java.util.Optional;

/**
 * Which call failed. Holds no id of a person, no credential and no picture.
 *
 * @param provider the name of the provider, such as {@code inmemory}
 * @param operation what was called
 * @param requestId the service's own id of the call, to show to its support
 * @param providerCode the service's own code of the failure, as it sent it
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

  /** Returns a call of which no service told anything. */
  public static CallInfo of(String provider, Operation operation) {
    return new CallInfo(provider, operation, Optional.empty(), Optional.empty());
  }

  /** Shows provider and operation, and the service's id and code where known. */
  @Override
  public String toString() {
    return provider
        + " "
        + operation
        + providerCode.map(code -> ", code " + code).orElse("")
        + requestId.map(id -> ", request " + id).orElse("");
  }
}
