package io.facelibrary.green.internal.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Authenticates uploads to the object store: accepts a request that a known key has signed within
 * the time window of 15 minutes. The protocol has no nonces, so a request can be replayed within
 * it.
 */
public final class OssAuthenticator implements Authenticator {
  private final AccessKeys keys;
  private final TimeWindow window;

  /** Creates an authenticator. */
  public OssAuthenticator(AccessKeys keys, Clock clock) {
    this.keys = keys;
    this.window = new TimeWindow(clock);
  }

  @Override
  public Optional<GatewayError> authenticate(ReceivedRequest request) {
    try {
      check(request);
      return Optional.empty();
    } catch (RejectedRequestException e) {
      return Optional.of(e.error());
    }
  }

  private void check(ReceivedRequest request) throws RejectedRequestException {
    OssScheme scheme = OssScheme.of(request);
    AccessKey key = findKey(scheme, request);
    Instant time =
        scheme
            .time(request)
            .orElseThrow(() -> new RejectedRequestException(OssErrors.missingTime()));
    if (!window.contains(time)) {
      throw new RejectedRequestException(OssErrors.skewedTime());
    }
    Optional<String> mismatch = scheme.mismatch(request, key.secret());
    if (mismatch.isPresent()) {
      throw new RejectedRequestException(OssErrors.signatureDoesNotMatch(mismatch.get()));
    }
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent()
        && !Hashes.equalInConstantTime(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new RejectedRequestException(OssErrors.invalidDigest());
    }
  }

  private AccessKey findKey(OssScheme scheme, ReceivedRequest request)
      throws RejectedRequestException {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new RejectedRequestException(OssErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NONE) {
      throw new RejectedRequestException(OssErrors.inactiveAccessKey());
    }
    Optional<AccessKey.TokenError> error = key.checkToken(token(request), window.now());
    if (error.isPresent()) {
      throw new RejectedRequestException(OssErrors.of(key, error.get()));
    }
    return key;
  }

  // The Java SDK "v2" 0.4.0, when configured for V1 signatures, uses the second header.
  private static Optional<String> token(ReceivedRequest request) {
    return request.header("x-oss-security-token").or(() -> request.header("security-token"));
  }
}
