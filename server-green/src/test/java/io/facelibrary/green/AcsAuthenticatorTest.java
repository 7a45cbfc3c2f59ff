package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
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
  private static final Instant NOW = Instant.parse(Sent.NOW);
  private static final String SESSION = "STS.given";
  private static final String TOKEN = "CAIS-the-token-of-the-session";

  private final SettableClock clock = new SettableClock(NOW);
  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(Sent.KEY_ID, Secret.of(Sent.SECRET))
          .inactive("LTAI-off", Secret.of(Sent.SECRET))
          .temporary(
              SESSION, Secret.of(Sent.SECRET), Secret.of(TOKEN), NOW.plus(Duration.ofMinutes(30)))
          .build();
  private final Authenticator gate = new AcsAuthenticator(keys, clock, SignaturePolicy.LENIENT);

  @Test
  void asksForASignature() {
    assertThat(refusal(request().received())).isEqualTo("400 MissingAuthorization");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acs",
        "acs ",
        "acs :signature",
        "acs " + Sent.KEY_ID,
        "acs " + Sent.KEY_ID + ":",
        "Basic dXNlcjpwYXNz",
        "ACS3-HMAC-SHA256 ",
        "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host",
        "ACS3-HMAC-SHA256 Credential=a,Credential=b,Signature=c",
        "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=date,Signature=c",
      })
  void refusesASignatureThatIsNoSignature(String authorization) {
    var request = request().with("authorization", authorization);

    assertThat(refusal(request.received())).isEqualTo("400 IncompleteSignature");
  }

  @Test
  void refusesOtherMethodsOfSignature() {
    var sm3 = request().with("x-acs-signature-method", "HMAC-SM3").signedAcs(Sent.SECRET, PATH);
    var newerSm3 = request().with("authorization", "ACS3-HMAC-SM3 Credential=a,Signature=b");
    var bearer =
        request().with("x-acs-bearer-token", "b").with("x-acs-signature-type", "BEARERTOKEN");

    assertThat(List.of(sm3, newerSm3, bearer))
        .extracting(request -> refusal(request.received()))
        .containsOnly("400 InvalidSignatureMethod");
  }

  @Test
  void refusesUnknownAndInactiveKeys() {
    var unknown = request().with("authorization", "acs LTAI-nobody:signature");
    var inactive = request().with("authorization", "acs LTAI-off:signature");

    assertThat(refusal(unknown.received())).isEqualTo("404 InvalidAccessKeyId.NotFound");
    assertThat(refusal(inactive.received())).isEqualTo("400 InvalidAccessKeyId.Inactive");
  }

  @Test
  void repeatsWhatItWouldHaveSignedAndNeverTheSecret() {
    var request = request().query("ClientInfo=%E5%BC%A0").signedAcs("another secret", PATH);

    GatewayError error = gate.refusal(request.received()).orElseThrow();

    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(error.message())
        .endsWith(
            "server string to sign is:POST\napplication/json\n\n\n"
                + Sent.DATE
                + "\nx-acs-version:2018-05-09\n"
                + PATH
                + "?ClientInfo=\u5f20")
        .doesNotContain(Sent.SECRET);
    assertThat(error.toString()).doesNotContain("ClientInfo", Sent.DATE);
  }

  @Test
  void wantsTheTokenOfATemporaryKey() {
    var none = session();
    var foreign = session().with("x-acs-security-token", "CAIS-another");
    var malformed = session().with("x-acs-security-token", "<token>");
    var permanent = request().with("x-acs-security-token", TOKEN).signedAcs(Sent.SECRET, PATH);

    assertThat(refusal(none.received())).isEqualTo("400 MissingSecurityToken");
    assertThat(refusal(foreign.received()))
        .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
    assertThat(refusal(malformed.received())).isEqualTo("400 InvalidSecurityToken.Malformed");
    assertThat(refusal(permanent.received()))
        .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
  }

  @Test
  void refusesAnExpiredToken() {
    var request = session().with("x-acs-security-token", TOKEN);

    clock.forward(Duration.ofMinutes(30));

    assertThat(refusal(request.received())).isEqualTo("400 InvalidSecurityToken.Expired");
  }

  @Test
  void refusesAKeyThatMayOnlyUpload() {
    AccessKey uploads = keys.issueForUploads(NOW.plus(Duration.ofHours(1)));
    String token = uploads.session().orElseThrow().token().reveal();
    var request =
        request().with("x-acs-security-token", token).signedAcs(uploads.secret().reveal(), PATH);
    String signature = request.header("authorization").substring(("acs " + Sent.KEY_ID).length());

    request.with("authorization", "acs " + uploads.id() + signature);

    assertThat(refusal(request.received())).isEqualTo("403 NoPermission");
  }

  @Test
  void wantsATimeThatItCanRead() {
    var none = request().without("date").signedAcs(Sent.SECRET, PATH);
    var other = request().with("date", "today").signedAcs(Sent.SECRET, PATH);

    assertThat(refusal(none.received())).isEqualTo("400 IllegalTimestamp");
    assertThat(refusal(other.received())).isEqualTo("400 InvalidTimeStamp.Format");
  }

  @Test
  void allowsClocksToBeFifteenMinutesOffAndNoMore() {
    var request = request().signedAcs(Sent.SECRET, PATH).received();

    assertThat(gate.refusal(request)).isEmpty();
    clock.forward(Duration.ofMinutes(15));
    assertThat(gate.refusal(request)).isEmpty();
    clock.forward(Duration.ofSeconds(1));
    assertThat(refusal(request)).isEqualTo("400 InvalidTimeStamp.Expired");
    clock.forward(Duration.ofMinutes(-30).minusSeconds(1));
    assertThat(gate.refusal(request)).isEmpty();
    clock.forward(Duration.ofSeconds(-1));
    assertThat(refusal(request)).isEqualTo("400 InvalidTimeStamp.Expired");
  }

  @Test
  void refusesABodyThatIsNotTheOneOfItsDigest() {
    var request = request().body("{}").md5().signedAcs(Sent.SECRET, PATH).body("[]");

    assertThat(refusal(request.received())).isEqualTo("400 ContentMD5NotMatched");
  }

  @Test
  void refusesANonceThatWasUsed() {
    var request = withNonce("n1").received();
    var other = withNonce("n2").received();

    assertThat(gate.refusal(request)).isEmpty();
    assertThat(refusal(request)).isEqualTo("400 SignatureNonceUsed");
    assertThat(gate.refusal(other)).isEmpty();
  }

  @Test
  void doesNotRememberTheNonceOfARequestThatItRefused() {
    var forged = request().with("x-acs-signature-nonce", "n1").signedAcs("guessed", PATH);
    var altered =
        request().with("x-acs-signature-nonce", "n1").md5().signedAcs(Sent.SECRET, PATH).body("[]");

    assertThat(refusal(forged.received())).isEqualTo("400 SignatureDoesNotMatch");
    assertThat(refusal(altered.received())).isEqualTo("400 ContentMD5NotMatched");
    assertThat(gate.refusal(withNonce("n1").received())).isEmpty();
  }

  @Test
  void letsOneOfManyThatReplayTheSameRequestPass() {
    ReceivedRequest request = withNonce("n1").received();

    List<CompletableFuture<Boolean>> attempts =
        IntStream.range(0, 64)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> gate.refusal(request).isEmpty()))
            .toList();

    assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
  }

  @Test
  void servesOlderVersionsWhenLenientOnly() {
    var strict = new AcsAuthenticator(keys, clock, SignaturePolicy.STRICT);
    List<ReceivedRequest> older =
        List.of(
            request().with("x-acs-version", "2017-01-12").signedAcs(Sent.SECRET, PATH).received(),
            request().with("x-acs-version", "2017-08-25").signedAcs(Sent.SECRET, PATH).received());

    assertThat(older).allSatisfy(request -> assertThat(gate.refusal(request)).isEmpty());
    assertThat(older)
        .allSatisfy(
            request ->
                assertThat(strict.refusal(request))
                    .map(GatewayError::code)
                    .hasValue("InvalidAction.NotFound"));
  }

  @Test
  void refusesVersionsThatNeverWere() {
    var future = request().with("x-acs-version", "2099-01-01").signedAcs(Sent.SECRET, PATH);
    var none = request().without("x-acs-version").signedAcs(Sent.SECRET, PATH);

    assertThat(refusal(future.received())).isEqualTo("400 InvalidAction.NotFound");
    assertThat(refusal(none.received())).isEqualTo("400 MissingVersion");
  }

  @Test
  void doesNotTakeAHeaderSentTwiceForTheSignedOne() {
    ReceivedRequest signed = request().signedAcs(Sent.SECRET, PATH).received();
    var headers = new java.util.HashMap<>(signed.headers());
    headers.put("x-acs-version", List.of("2018-05-09", "2017-01-12"));

    var doubled = new ReceivedRequest(signed.method(), PATH, "", Map.copyOf(headers), new byte[0]);

    assertThat(refusal(doubled)).isEqualTo("400 SignatureDoesNotMatch");
  }

  @Test
  void printsNoValueOfARequest() {
    ReceivedRequest request =
        session().query("ClientInfo=secret-person").with("x-acs-security-token", TOKEN).received();

    assertThat(request.toString())
        .contains(PATH, "x-acs-security-token")
        .doesNotContain(TOKEN, SESSION, "secret-person");
  }

  private String refusal(ReceivedRequest request) {
    return gate.refusal(request).map(error -> error.status() + " " + error.code()).orElse("passed");
  }

  private static Sent withNonce(String nonce) {
    return request().with("x-acs-signature-nonce", nonce).signedAcs(Sent.SECRET, PATH);
  }

  private static Sent session() {
    return request().with("authorization", "acs " + SESSION + ":signature");
  }

  private static Sent request() {
    return Sent.post(PATH)
        .with("accept", "application/json")
        .with("date", Sent.DATE)
        .with("x-acs-version", "2018-05-09");
  }
}
