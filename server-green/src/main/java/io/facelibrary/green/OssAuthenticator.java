package io.facelibrary.green;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The gate of the object store that pictures are uploaded to: lets pass what a known key has signed
 * within the last 15 minutes. The protocol has no nonces; a request may come twice.
 */
final class OssAuthenticator implements Authenticator {
  private final AccessKeys keys;
  private final TimeWindow window;

  OssAuthenticator(AccessKeys keys, Clock clock) {
    this.keys = keys;
    this.window = new TimeWindow(clock);
  }

  @Override
  public Optional<GatewayError> refusal(ReceivedRequest request) {
    try {
      examine(request);
      return Optional.empty();
    } catch (RejectedRequestException refusal) {
      return Optional.of(refusal.error());
    }
  }

  private void examine(ReceivedRequest request) throws RejectedRequestException {
    OssScheme scheme = OssScheme.of(request);
    AccessKey key = key(scheme, request);
    Instant time =
        scheme
            .time(request)
            .orElseThrow(() -> new RejectedRequestException(OssErrors.missingTime()));
    if (!window.holds(time)) {
      throw new RejectedRequestException(OssErrors.skewedTime());
    }
    Optional<String> mismatch = scheme.mismatch(request, key.secret());
    if (mismatch.isPresent()) {
      throw new RejectedRequestException(OssErrors.signatureDoesNotMatch(mismatch.get()));
    }
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent() && !Hashes.same(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new RejectedRequestException(OssErrors.invalidDigest());
    }
  }

  private AccessKey key(OssScheme scheme, ReceivedRequest request) throws RejectedRequestException {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new RejectedRequestException(OssErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NOTHING) {
      throw new RejectedRequestException(OssErrors.inactiveAccessKey());
    }
    Optional<AccessKey.TokenFault> fault = key.faultOf(token(request), window.now());
    if (fault.isPresent()) {
      throw new RejectedRequestException(OssErrors.of(key, fault.get()));
    }
    return key;
  }

  // The Java SDK "v2" 0.4.0, when told to sign with V1, puts the token into the second of these.
  private static Optional<String> token(ReceivedRequest request) {
    return request.header("x-oss-security-token").or(() -> request.header("security-token"));
  }
}
