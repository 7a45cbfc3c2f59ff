package io.facelibrary.green.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.support.ComposedRequest;
import io.facelibrary.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcsAuthenticatorTest {
  private static final String PATH = "/green/sface/groups";
  private static final Instant NOW = Instant.parse(ComposedRequest.NOW);
  private static final String SESSION = "STS.given";
  private static final String TOKEN = "CAIS-the-token-of-the-session";

  private final TestClock clock = TestClock.at(NOW);
  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
          .disabled("LTAI-off", Secret.of(ComposedRequest.SECRET))
          .temporary(
              SESSION,
              Secret.of(ComposedRequest.SECRET),
              Secret.of(TOKEN),
              NOW.plus(Duration.ofMinutes(30)))
          .build();
  private final Authenticator authenticator =
      new AcsAuthenticator(keys, clock, SignaturePolicy.LENIENT);

  @Test
  void requiresASignature() {
    assertThat(authenticate(request().received())).isEqualTo("400 MissingAuthorization");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acs",
        "acs ",
        "acs :signature",
        "acs " + ComposedRequest.KEY_ID,
        "acs " + ComposedRequest.KEY_ID + ":",
        "Basic dXNlcjpwYXNz",
        "ACS3-HMAC-SHA256 ",
        "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host",
        "ACS3-HMAC-SHA256 Credential=a,Credential=b,Signature=c",
        "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=date,Signature=c",
      })
  void rejectsAMalformedSignature(String authorization) {
    var request = request().with("authorization", authorization);

    assertThat(authenticate(request.received())).isEqualTo("400 IncompleteSignature");
  }

  @Test
  void rejectsOtherSignatureMethods() {
    var sm3 =
        request()
            .with("x-acs-signature-method", "HMAC-SM3")
            .signedAcs(ComposedRequest.SECRET, PATH);
    var newerSm3 = request().with("authorization", "ACS3-HMAC-SM3 Credential=a,Signature=b");
    var bearer =
        request().with("x-acs-bearer-token", "b").with("x-acs-signature-type", "BEARERTOKEN");

    assertThat(List.of(sm3, newerSm3, bearer))
        .extracting(request -> authenticate(request.received()))
        .containsOnly("400 InvalidSignatureMethod");
  }

  @Test
  void rejectsUnknownAndDisabledKeys() {
    var unknown = request().with("authorization", "acs LTAI-nobody:signature");
    var disabled = request().with("authorization", "acs LTAI-off:signature");

    assertThat(authenticate(unknown.received())).isEqualTo("404 InvalidAccessKeyId.NotFound");
    assertThat(authenticate(disabled.received())).isEqualTo("400 InvalidAccessKeyId.Inactive");
  }

  @Test
  void reportsTheStringThatItSignedWithoutTheSecret() {
    var request = request().query("ClientInfo=%E5%BC%A0").signedAcs("another secret", PATH);

    GatewayError error = authenticator.authenticate(request.received()).orElseThrow();

    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(error.message())
        .endsWith(
            "server string to sign is:POST\napplication/json\n\n\n"
                + ComposedRequest.DATE
                + "\nx-acs-version:2018-05-09\n"
                + PATH
                + "?ClientInfo=\u5f20")
        .doesNotContain(ComposedRequest.SECRET);
    assertThat(error.toString()).doesNotContain("ClientInfo", ComposedRequest.DATE);
  }

  @Test
  void requiresTheTokenOfATemporaryKey() {
    var none = session();
    var foreign = session().with("x-acs-security-token", "CAIS-another");
    var malformed = session().with("x-acs-security-token", "<token>");
    var permanent =
        request().with("x-acs-security-token", TOKEN).signedAcs(ComposedRequest.SECRET, PATH);

    assertThat(authenticate(none.received())).isEqualTo("400 MissingSecurityToken");
    assertThat(authenticate(foreign.received()))
        .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
    assertThat(authenticate(malformed.received())).isEqualTo("400 InvalidSecurityToken.Malformed");
    assertThat(authenticate(permanent.received()))
        .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
  }

  @Test
  void rejectsAnExpiredToken() {
    var request = session().with("x-acs-security-token", TOKEN);

    clock.advance(Duration.ofMinutes(30));

    assertThat(authenticate(request.received())).isEqualTo("400 InvalidSecurityToken.Expired");
  }

  @Test
  void rejectsAKeyForUploads() {
    AccessKey uploads = keys.issueForUploads(NOW.plus(Duration.ofHours(1)));
    String token = uploads.session().orElseThrow().token().reveal();
    var request =
        request().with("x-acs-security-token", token).signedAcs(uploads.secret().reveal(), PATH);
    String signature =
        request.header("authorization").substring(("acs " + ComposedRequest.KEY_ID).length());

    request.with("authorization", "acs " + uploads.id() + signature);

    assertThat(authenticate(request.received())).isEqualTo("403 NoPermission");
  }

  @Test
  void requiresAValidTime() {
    var none = request().without("date").signedAcs(ComposedRequest.SECRET, PATH);
    var other = request().with("date", "today").signedAcs(ComposedRequest.SECRET, PATH);

    assertThat(authenticate(none.received())).isEqualTo("400 IllegalTimestamp");
    assertThat(authenticate(other.received())).isEqualTo("400 InvalidTimeStamp.Format");
  }

  @Test
  void acceptsClocksThatDifferByUpToFifteenMinutes() {
    var request = request().signedAcs(ComposedRequest.SECRET, PATH).received();

    assertThat(authenticator.authenticate(request)).isEmpty();
    clock.advance(Duration.ofMinutes(15));
    assertThat(authenticator.authenticate(request)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(authenticate(request)).isEqualTo("400 InvalidTimeStamp.Expired");
    clock.advance(Duration.ofMinutes(-30).minusSeconds(1));
    assertThat(authenticator.authenticate(request)).isEmpty();
    clock.advance(Duration.ofSeconds(-1));
    assertThat(authenticate(request)).isEqualTo("400 InvalidTimeStamp.Expired");
  }

  @Test
  void rejectsABodyThatDiffersFromItsDigest() {
    var request = request().body("{}").md5().signedAcs(ComposedRequest.SECRET, PATH).body("[]");

    assertThat(authenticate(request.received())).isEqualTo("400 ContentMD5NotMatched");
  }

  @Test
  void rejectsAUsedNonce() {
    var request = withNonce("n1").received();
    var other = withNonce("n2").received();

    assertThat(authenticator.authenticate(request)).isEmpty();
    assertThat(authenticate(request)).isEqualTo("400 SignatureNonceUsed");
    assertThat(authenticator.authenticate(other)).isEmpty();
  }

  @Test
  void doesNotStoreTheNonceOfARejectedRequest() {
    var forged = request().with("x-acs-signature-nonce", "n1").signedAcs("guessed", PATH);
    var altered =
        request()
            .with("x-acs-signature-nonce", "n1")
            .md5()
            .signedAcs(ComposedRequest.SECRET, PATH)
            .body("[]");

    assertThat(authenticate(forged.received())).isEqualTo("400 SignatureDoesNotMatch");
    assertThat(authenticate(altered.received())).isEqualTo("400 ContentMD5NotMatched");
    assertThat(authenticator.authenticate(withNonce("n1").received())).isEmpty();
  }

  @Test
  void acceptsOneOfManyConcurrentReplays() {
    ReceivedRequest request = withNonce("n1").received();

    List<CompletableFuture<Boolean>> attempts =
        IntStream.range(0, 64)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> authenticator.authenticate(request).isEmpty()))
            .toList();

    assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
  }

  @Test
  void acceptsOlderVersionsOnlyWhenLenient() {
    var strict = new AcsAuthenticator(keys, clock, SignaturePolicy.STRICT);
    List<ReceivedRequest> older =
        List.of(
            request()
                .with("x-acs-version", "2017-01-12")
                .signedAcs(ComposedRequest.SECRET, PATH)
                .received(),
            request()
                .with("x-acs-version", "2017-08-25")
                .signedAcs(ComposedRequest.SECRET, PATH)
                .received());

    assertThat(older)
        .allSatisfy(request -> assertThat(authenticator.authenticate(request)).isEmpty());
    assertThat(older)
        .allSatisfy(
            request ->
                assertThat(strict.authenticate(request))
                    .map(GatewayError::code)
                    .hasValue("InvalidAction.NotFound"));
  }

  @Test
  void rejectsUnknownVersions() {
    var future =
        request().with("x-acs-version", "2099-01-01").signedAcs(ComposedRequest.SECRET, PATH);
    var none = request().without("x-acs-version").signedAcs(ComposedRequest.SECRET, PATH);

    assertThat(authenticate(future.received())).isEqualTo("400 InvalidAction.NotFound");
    assertThat(authenticate(none.received())).isEqualTo("400 MissingVersion");
  }

  @Test
  void rejectsARepeatedHeaderThatWasSignedOnce() {
    ReceivedRequest signed = request().signedAcs(ComposedRequest.SECRET, PATH).received();
    var headers = new java.util.HashMap<>(signed.headers());
    headers.put("x-acs-version", List.of("2018-05-09", "2017-01-12"));

    var doubled = new ReceivedRequest(signed.method(), PATH, "", Map.copyOf(headers), new byte[0]);

    assertThat(authenticate(doubled)).isEqualTo("400 SignatureDoesNotMatch");
  }

  @Test
  void showsNoValueOfARequest() {
    ReceivedRequest request =
        session().query("ClientInfo=secret-person").with("x-acs-security-token", TOKEN).received();

    assertThat(request.toString())
        .contains(PATH, "x-acs-security-token")
        .doesNotContain(TOKEN, SESSION, "secret-person");
  }

  private String authenticate(ReceivedRequest request) {
    return authenticator
        .authenticate(request)
        .map(error -> error.status() + " " + error.code())
        .orElse("passed");
  }

  private static ComposedRequest withNonce(String nonce) {
    return request().with("x-acs-signature-nonce", nonce).signedAcs(ComposedRequest.SECRET, PATH);
  }

  private static ComposedRequest session() {
    return request().with("authorization", "acs " + SESSION + ":signature");
  }

  private static ComposedRequest request() {
    return ComposedRequest.post(PATH)
        .with("accept", "application/json")
        .with("date", ComposedRequest.DATE)
        .with("x-acs-version", "2018-05-09");
  }
}
