package io.facelibrary.green;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that requests are signed with.
 *
 * @param id names the key; no secret
 * @param secret what signatures are made with
 * @param session of a temporary key; a permanent one has none
 * @param scope what the key is good for
 */
record AccessKey(String id, Secret secret, Optional<Session> session, Scope scope) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_.~-]+");

  /** What a key may be used for. */
  enum Scope {
    EVERYTHING,
    UPLOADS,
    /** Known and switched off. */
    NOTHING
  }

  /** What makes a key temporary. */
  record Session(Secret token, Instant expiry) {}

  /** What is wrong with the token that came with a key. */
  enum TokenFault {
    MISSING,
    MALFORMED,
    MISMATCH,
    EXPIRED
  }

  Optional<TokenFault> faultOf(Optional<String> token, Instant now) {
    if (session.isEmpty()) {
      return token.map(unexpected -> TokenFault.MISMATCH);
    }
    if (token.isEmpty()) {
      return Optional.of(TokenFault.MISSING);
    }
    if (!TOKEN.matcher(token.get()).matches()) {
      return Optional.of(TokenFault.MALFORMED);
    }
    if (!Hashes.same(session.get().token().reveal(), token.get())) {
      return Optional.of(TokenFault.MISMATCH);
    }
    return now.isBefore(session.get().expiry())
        ? Optional.empty()
        : Optional.of(TokenFault.EXPIRED);
  }
}
