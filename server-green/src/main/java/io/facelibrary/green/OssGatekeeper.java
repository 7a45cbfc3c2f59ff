package io.facelibrary.green;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The gate of the object store that pictures are uploaded to: lets pass what a known key has signed
 * within the last 15 minutes. The protocol has no nonces; a request may come twice.
 */
final class OssGatekeeper implements Gatekeeper {
  private final AccessKeys keys;
  private final TimeWindow window;

  OssGatekeeper(AccessKeys keys, Clock clock) {
    this.keys = keys;
    this.window = new TimeWindow(clock);
  }

  @Override
  public Optional<GatewayError> refusal(ReceivedRequest request) {
    try {
      examine(request);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.error());
    }
  }

  private void examine(ReceivedRequest request) throws Refusal {
    OssScheme scheme = OssScheme.of(request);
    AccessKey key = key(scheme, request);
    Instant time = scheme.time(request).orElseThrow(() -> new Refusal(OssErrors.missingTime()));
    if (!window.holds(time)) {
      throw new Refusal(OssErrors.skewedTime());
    }
    Optional<String> mismatch = scheme.mismatch(request, key.secret());
    if (mismatch.isPresent()) {
      throw new Refusal(OssErrors.signatureDoesNotMatch(mismatch.get()));
    }
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent() && !Hashes.same(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new Refusal(OssErrors.invalidDigest());
    }
  }

  private AccessKey key(OssScheme scheme, ReceivedRequest request) throws Refusal {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new Refusal(OssErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NOTHING) {
      throw new Refusal(OssErrors.inactiveAccessKey());
    }
    Optional<AccessKey.TokenFault> fault = key.faultOf(token(request), window.now());
    if (fault.isPresent()) {
      throw new Refusal(OssErrors.of(key, fault.get()));
    }
    return key;
  }

  // The Java SDK "v2" 0.4.0, when told to sign with V1, puts the token into the second of these.
  private static Optional<String> token(ReceivedRequest request) {
    return request.header("x-oss-security-token").or(() -> request.header("security-token"));
  }
}
