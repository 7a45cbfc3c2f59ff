package io.facelibrary.green.internal.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Authenticates requests to the API: accepts a request that a known key has signed, within the time
 * window, and that was not seen before.
 *
 * <p>A nonce, a digest of the body and a content type are optional, because official clients leave
 * them out; each is checked when present. The nonce is recorded last, so that only a client with
 * the secret can fill the memory or use up nonces.
 */
public final class AcsAuthenticator implements Authenticator {
  private final AccessKeys keys;
  private final TimeWindow window;
  private final SignaturePolicy policy;
  private final ApiVersions versions;
  private final Nonces nonces;

  /** Creates an authenticator that stores up to 500,000 nonces. */
  public AcsAuthenticator(AccessKeys keys, Clock clock, SignaturePolicy policy) {
    this.keys = keys;
    this.window = new TimeWindow(clock);
    this.policy = policy;
    this.versions = new ApiVersions(policy);
    this.nonces = new Nonces(Nonces.DEFAULT_CAPACITY);
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
    AcsScheme scheme = AcsScheme.of(request, policy);
    Instant now = window.now();
    AccessKey key = findKey(scheme, request, now);
    Instant time = scheme.time(request);
    if (!window.contains(time)) {
      throw new RejectedRequestException(AcsErrors.expiredTime());
    }
    throwIfPresent(scheme.mismatch(request, key.secret()).map(AcsErrors::signatureDoesNotMatch));
    if (key.scope() == AccessKey.Scope.UPLOADS) {
      throw new RejectedRequestException(AcsErrors.noPermission());
    }
    checkBody(request);
    throwIfPresent(versions.check(request));
    checkNonce(request, key, time, now);
  }

  private AccessKey findKey(AcsScheme scheme, ReceivedRequest request, Instant now)
      throws RejectedRequestException {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new RejectedRequestException(AcsErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NONE) {
      throw new RejectedRequestException(AcsErrors.inactiveAccessKey());
    }
    throwIfPresent(key.checkToken(request.header("x-acs-security-token"), now).map(AcsErrors::of));
    return key;
  }

  private static void checkBody(ReceivedRequest request) throws RejectedRequestException {
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent()
        && !Hashes.equalInConstantTime(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new RejectedRequestException(AcsErrors.bodyDigestDoesNotMatch());
    }
  }

  private void checkNonce(ReceivedRequest request, AccessKey key, Instant time, Instant now)
      throws RejectedRequestException {
    Optional<String> nonce = request.header("x-acs-signature-nonce");
    if (nonce.isEmpty()) {
      return;
    }
    switch (nonces.register(key.id(), nonce.get(), time, now)) {
      case USED -> throw new RejectedRequestException(AcsErrors.usedNonce());
      case EVICTED -> throw new RejectedRequestException(AcsErrors.expiredTime());
      case NEW -> {}
    }
  }

  private static void throwIfPresent(Optional<GatewayError> error) throws RejectedRequestException {
    if (error.isPresent()) {
      throw new RejectedRequestException(error.get());
    }
  }
}
