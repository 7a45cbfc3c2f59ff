package io.facelibrary.green.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {
  private static final Instant EXPIRY = Instant.parse("2026-11-24T13:00:00Z");
  private static final Secret SECRET = Secret.of("a secret");

  private static final String BASE64_URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @Test
  void findsIssuedKeysWithoutStoringThem() {
    AccessKeys keys = AccessKeys.builder().build();

    AccessKey issued = keys.issueForUploads(EXPIRY.plusNanos(7));

    assertThat(keys.find(issued.id())).hasValue(issued);
    assertThat(issued.scope()).isEqualTo(AccessKey.Scope.UPLOADS);
    assertThat(issued.session()).map(AccessKey.Session::expiry).hasValue(EXPIRY);
  }

  @Test
  void issuesADifferentKeyEachTime() {
    AccessKeys keys = AccessKeys.builder().build();

    AccessKey one = keys.issueForUploads(EXPIRY);
    AccessKey other = keys.issueForUploads(EXPIRY);

    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.secret()).isNotEqualTo(other.secret());
    assertThat(one.session().orElseThrow().token())
        .isNotEqualTo(other.session().orElseThrow().token());
  }

  @Test
  void rejectsKeysIssuedByAnotherServer() {
    AccessKey foreign = AccessKeys.builder().build().issueForUploads(EXPIRY);

    assertThat(AccessKeys.builder().build().find(foreign.id())).isEmpty();
  }

  @Test
  void rejectsAnIssuedKeyIfAnyCharacterIsChanged() {
    AccessKeys keys = AccessKeys.builder().build();
    String id = keys.issueForUploads(EXPIRY).id();

    for (int i = 0; i < id.length(); i++) {
      for (int j = 0; j < BASE64_URL.length(); j++) {
        String changed = id.substring(0, i) + BASE64_URL.charAt(j) + id.substring(i + 1);

        assertThat(keys.find(changed).isPresent()).as(changed).isEqualTo(changed.equals(id));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "STS.", "STS.A", "STS.\u00e9", "STS.====", "nobody"})
  void doesNotFindUnknownKeys(String id) {
    AccessKeys keys = AccessKeys.builder().permanent("somebody", SECRET).build();

    assertThat(keys.find(id)).isEmpty();
  }

  @Test
  void acceptsNoTokenForAPermanentKey() {
    AccessKeys keys = AccessKeys.builder().permanent("somebody", SECRET).build();

    AccessKey key = keys.find("somebody").orElseThrow();

    assertThat(key.checkToken(Optional.empty(), EXPIRY)).isEmpty();
    assertThat(key.checkToken(Optional.of("token"), EXPIRY))
        .hasValue(AccessKey.TokenError.MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a/b", "a b", "a,b", "\u00e9"})
  void rejectsIdsThatNoSignatureCanContain(String id) {
    AccessKeys.Builder builder = AccessKeys.builder();

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.permanent(id, SECRET))
        .satisfies(e -> assertThat(e.field()).isEqualTo("access key id"));
  }

  @Test
  void rejectsEmptySecretsEmptyTokensAndDuplicateIds() {
    AccessKeys.Builder builder = AccessKeys.builder().permanent("somebody", SECRET);

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.permanent("other", Secret.of("")));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.temporary("other", SECRET, Secret.of(""), EXPIRY));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder.disabled("somebody", SECRET));
  }

  @Test
  void showsNoSecret() {
    AccessKey key = AccessKeys.builder().build().issueForUploads(EXPIRY);

    assertThat(key.toString())
        .contains(key.id())
        .doesNotContain(key.secret().reveal(), key.session().orElseThrow().token().reveal());
  }
}
