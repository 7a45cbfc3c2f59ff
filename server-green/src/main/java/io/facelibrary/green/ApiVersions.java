package io.facelibrary.green;

import java.util.Optional;
import java.util.Set;

/**
 * Refuses versions of the API that are not served. The version is in {@code x-acs-version}; some
 * clients repeat it as the parameter {@code Version}, which is not looked at.
 *
 * <p>Source: help.aliyun.com document 53413, by which older versions are retired and answered with
 * {@code InvalidAction.NotFound}.
 */
final class ApiVersions implements Authenticator {
  private static final String CURRENT = "2018-05-09";
  private static final Set<String> OLDER = Set.of("2017-01-12", "2017-08-25");

  private final SignaturePolicy strictness;

  ApiVersions(SignaturePolicy strictness) {
    this.strictness = strictness;
  }

  @Override
  public Optional<GatewayError> refusal(ReceivedRequest request) {
    Optional<String> version = request.header("x-acs-version");
    if (version.isEmpty()) {
      return Optional.of(AcsErrors.missing("Version"));
    }
    return isServed(version.get()) ? Optional.empty() : Optional.of(AcsErrors.retiredVersion());
  }

  private boolean isServed(String version) {
    return version.equals(CURRENT)
        || (strictness == SignaturePolicy.LENIENT && OLDER.contains(version));
  }
}
