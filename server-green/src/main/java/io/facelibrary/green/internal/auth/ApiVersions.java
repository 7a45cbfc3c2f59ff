package io.facelibrary.green.internal.auth;

import java.util.Optional;
import java.util.Set;

/**
 * Rejects API versions that are not served. The version is in the header {@code x-acs-version}.
 * Some clients repeat it as the parameter {@code Version}, which is ignored.
 *
 * <p>Source: help.aliyun.com document 53413. Older versions are retired, and the gateway rejects
 * them with {@code InvalidAction.NotFound}.
 */
final class ApiVersions {
  private static final String CURRENT = "2018-05-09";
  private static final Set<String> OLDER = Set.of("2017-01-12", "2017-08-25");

  private final SignaturePolicy policy;

  ApiVersions(SignaturePolicy policy) {
    this.policy = policy;
  }

  /** Returns the error to send back, or empty if the version is served. */
  Optional<GatewayError> check(ReceivedRequest request) {
    Optional<String> version = request.header("x-acs-version");
    if (version.isEmpty()) {
      return Optional.of(AcsErrors.missing("Version"));
    }
    return isServed(version.get()) ? Optional.empty() : Optional.of(AcsErrors.retiredVersion());
  }

  private boolean isServed(String version) {
    return version.equals(CURRENT)
        || (policy == SignaturePolicy.LENIENT && OLDER.contains(version));
  }
}
