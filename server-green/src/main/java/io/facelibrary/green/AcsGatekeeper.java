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
final class AcsGatekeeper implements Gatekeeper {
  private final AccessKeys keys;
  private final TimeWindow window;
  private final Strictness strictness;
  private final ApiVersions versions;
  private final Nonces nonces;

  AcsGatekeeper(AccessKeys keys, Clock clock, Strictness strictness) {
    this(keys, clock, strictness, new Nonces(Nonces.DEFAULT_CAPACITY));
  }

  AcsGatekeeper(AccessKeys keys, Clock clock, Strictness strictness, Nonces nonces) {
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
    } catch (Refusal refusal) {
      return Optional.of(refusal.error());
    }
  }

  private void examine(ReceivedRequest request) throws Refusal {
    AcsScheme scheme = AcsScheme.of(request, strictness);
    Instant now = window.now();
    AccessKey key = key(scheme, request, now);
    Instant time = scheme.time(request);
    if (!window.holds(time)) {
      throw new Refusal(AcsErrors.expiredTime());
    }
    refuse(scheme.mismatch(request, key.secret()).map(AcsErrors::signatureDoesNotMatch));
    if (key.scope() == AccessKey.Scope.UPLOADS) {
      throw new Refusal(AcsErrors.noPermission());
    }
    checkBody(request);
    refuse(versions.refusal(request));
    checkNonce(request, key, time, now);
  }

  private AccessKey key(AcsScheme scheme, ReceivedRequest request, Instant now) throws Refusal {
    AccessKey key =
        keys.find(scheme.accessKeyId())
            .orElseThrow(() -> new Refusal(AcsErrors.unknownAccessKey()));
    if (key.scope() == AccessKey.Scope.NOTHING) {
      throw new Refusal(AcsErrors.inactiveAccessKey());
    }
    refuse(key.faultOf(request.header("x-acs-security-token"), now).map(AcsErrors::of));
    return key;
  }

  private static void checkBody(ReceivedRequest request) throws Refusal {
    Optional<String> digest = request.header("content-md5");
    if (digest.isPresent() && !Hashes.same(digest.get(), Hashes.md5Base64(request.body()))) {
      throw new Refusal(AcsErrors.bodyDigestDoesNotMatch());
    }
  }

  private void checkNonce(ReceivedRequest request, AccessKey key, Instant time, Instant now)
      throws Refusal {
    Optional<String> nonce = request.header("x-acs-signature-nonce");
    if (nonce.isEmpty()) {
      return;
    }
    switch (nonces.remember(key.id(), nonce.get(), time, now)) {
      case USED -> throw new Refusal(AcsErrors.usedNonce());
      case FORGOTTEN -> throw new Refusal(AcsErrors.expiredTime());
      case NEW -> {}
    }
  }

  private static void refuse(Optional<GatewayError> error) throws Refusal {
    if (error.isPresent()) {
      throw new Refusal(error.get());
    }
  }
}
