package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that this server knows: those it was given, and those it issues for uploads. */
final class AccessKeys {
  private final Map<String, AccessKey> given;
  private final TemporaryKeyIssuer issued = new TemporaryKeyIssuer();

  private AccessKeys(Map<String, AccessKey> given) {
    this.given = Map.copyOf(given);
  }

  static Builder builder() {
    return new Builder();
  }

  Optional<AccessKey> find(String id) {
    AccessKey key = given.get(id);
    return key == null ? issued.find(id) : Optional.of(key);
  }

  /**
   * Makes a temporary key that may upload and do nothing else.
   *
   * @param expiry to the millisecond, after which the key is refused
   */
  AccessKey issueForUploads(Instant expiry) {
    return issued.issue(expiry.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Collects the keys that a server is given. */
  static final class Builder {
    // Signatures are written as "id:signature" and "id/date/region, ...".
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Map<String, AccessKey> keys = new LinkedHashMap<>();

    private Builder() {}

    Builder permanent(String id, Secret secret) {
      return add(new AccessKey(id, secret, Optional.empty(), AccessKey.Scope.EVERYTHING));
    }

    Builder inactive(String id, Secret secret) {
      return add(new AccessKey(id, secret, Optional.empty(), AccessKey.Scope.NOTHING));
    }

    Builder temporary(String id, Secret secret, Secret token, Instant expiry) {
      if (token.reveal().isEmpty()) {
        throw InvalidRequestException.of("security token", "must not be empty");
      }
      var session = new AccessKey.Session(token, expiry);
      return add(new AccessKey(id, secret, Optional.of(session), AccessKey.Scope.EVERYTHING));
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

    AccessKeys build() {
      return new AccessKeys(keys);
    }
  }
}
