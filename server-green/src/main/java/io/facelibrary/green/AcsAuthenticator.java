package io.facelibrary.green;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The gate of the API: lets pass what a known key has signed, now, for the first time.
 *
 * <p>Neither a nonce nor a digest of the body nor a content type is asked for, because official
 * clients leave them out; what is sent is checked. A nonce is remembered last, so that only who has
 * the secret can use up memory or nonces.
 */
final class AcsAuthenticator implements Authenticator {
  private final AccessKeys keys;
  private final TimeWindow window;
  private final SignaturePolicy strictness;
  private final ApiVersions versions;
  private final Nonces nonces;

  AcsAuthenticator(AccessKeys keys, Clock clock, SignaturePolicy strictness) {
    this(keys, clock, strictness, new Nonces(Nonces.DEFAULT_CAPACITY));
  }

  AcsAuthenticator(AccessKeys keys, Clock clock, SignaturePolicy strictness, Nonces nonces) {
    this.keys = keys;
    this.window = new TimeWindow(clock);
    this.strictness = strictness;
    this.versions = new ApiVersions(strictness);
    this.nonces = nonces;
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
    AcsScheme scheme = AcsScheme.of(request, strictness);
    Instant now = window.now();
    AccessKey key = key(scheme, request, now);
    Instant time = scheme.time(request);
    if (!window.holds(time)) {
      throw new RejectedRequestException(AcsErrors.expiredTime());
    }
    refuse(scheme.mismatch(request, key.secret()).map(AcsErrors::signatureDoesNotMatch));
    if (key.scope() == AccessKey.Scope.UPLOADS) {
      throw new RejectedRequestException(AcsErrors.noPermission());
    }
    checkBody(request);
    refuse(versions.refusal(request));
    checkNonce(request, key, time, now);
  }

  private AccessKey key(AcsScheme scheme, ReceivedRequest request, Instant now)
      throws RejectedRequestException {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new RejectedRequestException(AcsErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NOTHING) {
      throw new RejectedRequestException(AcsErrors.inactiveAccessKey());
    }
    refuse(key.faultOf(request.header("x-acs-security-token"), now).map(AcsErrors::of));
    return key;
  }

  private static void checkBody(ReceivedRequest request) throws RejectedRequestException {
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent() && !Hashes.same(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new RejectedRequestException(AcsErrors.bodyDigestDoesNotMatch());
    }
  }

  private void checkNonce(ReceivedRequest request, AccessKey key, Instant time, Instant now)
      throws RejectedRequestException {
    Optional<String> nonce = request.header("x-acs-signature-nonce");
    if (nonce.isEmpty()) {
      return;
    }
    switch (nonces.remember(key.id(), nonce.get(), time, now)) {
      case USED -> throw new RejectedRequestException(AcsErrors.usedNonce());
      case FORGOTTEN -> throw new RejectedRequestException(AcsErrors.expiredTime());
      case NEW -> {}
    }
  }

  private static void refuse(Optional<GatewayError> error) throws RejectedRequestException {
    if (error.isPresent()) {
      throw new RejectedRequestException(error.get());
    }
  }
}
