package io.facelibrary.green.internal.auth;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that clients sign requests with.
 *
 * @param id identifies the key; not secret
 * @param secret the secret that signatures are computed with
 * @param session the session of a temporary key; empty for a permanent key
 * @param scope which requests the key may sign
 */
public record AccessKey(String id, Secret secret, Optional<Session> session, Scope scope) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_.~-]+");

  /** The requests that a key may sign. */
  public enum Scope {
    /** All requests. */
    ALL,
    /** Uploads to the object store. */
    UPLOADS,
    /** None: the key is known and disabled. */
    NONE
  }

  /**
   * The session of a temporary key.
   *
   * @param token the security token that every request must carry
   * @param expiry the time from which the key is rejected
   */
  public record Session(Secret token, Instant expiry) {}

  /** Why a security token is rejected. */
  enum TokenError {
    MISSING,
    MALFORMED,
    MISMATCH,
    EXPIRED
  }

  /** Returns why the token of a request is rejected, or empty if it is valid. */
  Optional<TokenError> checkToken(Optional<String> token, Instant now) {
    if (session.isEmpty()) {
      return token.map(unexpected -> TokenError.MISMATCH);
    }
    if (token.isEmpty()) {
      return Optional.of(TokenError.MISSING);
    }
    if (!TOKEN.matcher(token.get()).matches()) {
      return Optional.of(TokenError.MALFORMED);
    }
    if (!Hashes.equalInConstantTime(session.get().token().reveal(), token.get())) {
      return Optional.of(TokenError.MISMATCH);
    }
    return now.isBefore(session.get().expiry())
        ? Optional.empty()
        : Optional.of(TokenError.EXPIRED);
  }
}
