package io.facelibrary.green.internal.auth;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that this server accepts: the configured ones, and those it issues for uploads. */
public final class AccessKeys {
  private final Map<String, AccessKey> configured;
  private final TemporaryKeyIssuer issuer = new TemporaryKeyIssuer();

  private AccessKeys(Map<String, AccessKey> configured) {
    this.configured = Map.copyOf(configured);
  }

  /** Returns a builder without keys. */
  public static Builder builder() {
    return new Builder();
  }

  Optional<AccessKey> find(String id) {
    AccessKey key = configured.get(id);
    return key == null ? issuer.find(id) : Optional.of(key);
  }

  /**
   * Issues a temporary key that may upload and do nothing else.
   *
   * @param expiry the time from which the key is rejected, truncated to milliseconds
   */
  public AccessKey issueForUploads(Instant expiry) {
    return issuer.issue(expiry.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Collects the configured keys. */
  public static final class Builder {
    // Signatures are written as "id:signature" and "id/date/region, ...".
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Map<String, AccessKey> keys = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a permanent key.
     *
     * @throws InvalidRequestException if the id is malformed or already added, or the secret empty
     */
    public Builder permanent(String id, Secret secret) {
      return add(new AccessKey(id, secret, Optional.empty(), AccessKey.Scope.ALL));
    }

    Builder disabled(String id, Secret secret) {
      return add(new AccessKey(id, secret, Optional.empty(), AccessKey.Scope.NONE));
    }

    /**
     * Adds a temporary key.
     *
     * @throws InvalidRequestException as {@link #permanent} does, or if the token is empty
     */
    public Builder temporary(String id, Secret secret, Secret token, Instant expiry) {
      if (token.reveal().isEmpty()) {
        throw InvalidRequestException.of("security token", "must not be empty");
      }
      var session = new AccessKey.Session(token, expiry);
      return add(new AccessKey(id, secret, Optional.of(session), AccessKey.Scope.ALL));
    }

    private Builder add(AccessKey key) {
      if (!ID.matcher(key.id()).matches()) {
        throw InvalidRequestException.of(
            "access key id", "must be 1 to 128 letters, digits, dots, hyphens or underscores");
      }
      if (key.secret().reveal().isEmpty()) {
        throw InvalidRequestException.of("access key secret", "must not be empty");
      }
      if (keys.putIfAbsent(key.id(), key) != null) {
        throw InvalidRequestException.of("access key id", "must not be given twice");
      }
      return this;
    }

    /** Returns the keys. */
    public AccessKeys build() {
      return new AccessKeys(keys);
    }
  }
}
