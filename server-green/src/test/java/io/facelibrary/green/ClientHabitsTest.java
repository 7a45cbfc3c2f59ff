package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as the official clients of other languages compose, encode and sign them. */
class ClientHabitsTest {
  private static final String PATH = "/green/sface/face/delete";
  private static final String BODY =
      "{\"personId\":\"person1\",\"faceIds\":[\"31842550077981745\"]}";
  private static final String NICKNAME =
      "{\"userNick\":\"\u5f20\u4e09 & s\u00f6hne\",\"ip\":\"1+1=2%\"}";

  private final Authenticator gate =
      new AcsAuthenticator(
          AccessKeys.builder().permanent(Sent.KEY_ID, Secret.of(Sent.SECRET)).build(),
          Clock.fixed(Instant.parse(Sent.NOW), ZoneOffset.UTC),
          SignaturePolicy.STRICT);

  @Test
  void letsPythonPass() {
    Sent request =
        likeAll()
            .with("accept", "application/json")
            .with("content-type", "application/octet-stream")
            .with("x-acs-action", "DeleteFaces")
            .with("x-acs-region-id", "cn-shanghai")
            .md5()
            .query("RegionId=cn-shanghai&ClientInfo=" + ClientCode.formEncoded(NICKNAME));

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + NICKNAME + "&RegionId=cn-shanghai");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsPythonPassThatSignsAnEqualsSignAfterAnEmptyValue() {
    Sent request =
        likeAll()
            .with("content-type", "application/octet-stream")
            .md5()
            .query("RegionId=cn-shanghai&ClientInfo=");

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=&RegionId=cn-shanghai");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsGoPassThatEncodesSpacesAsPlusSigns() {
    Sent request = likeGo().query("ClientInfo=" + ClientCode.formEncoded(NICKNAME));

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsGoPassThatSignsAQuestionMarkThoughNoQueryFollows() {
    Sent request = likeGo();

    request.signedAcs(Sent.SECRET, PATH + "?");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsGoPassThatEncodesNothing() {
    Sent request = likeGo().query("ClientInfo=" + NICKNAME);

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsGoPassThatSignsTheBareNameOfAnEmptyValue() {
    Sent request = likeGo().query("ClientInfo=&RegionId=cn-shanghai");

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo&RegionId=cn-shanghai");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsProgramsPassThatSpellClientInfoAsDocumented() {
    Sent request =
        likeAll()
            .with("content-type", "application/json")
            .with("x-acs-signature-nonce", "by-hand")
            .md5()
            .query("clientInfo=" + ClientCode.formEncoded(NICKNAME));

    request.signedAcs(Sent.SECRET, PATH + "?clientInfo=" + NICKNAME);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsDotNetPass() {
    Sent request =
        likeAll()
            .with("accept", "application/octet-stream")
            .with("content-type", "application/json")
            .with("x-acs-action", "DeleteFaces")
            .md5()
            .query("ClientInfo=" + ClientCode.percentEncoded(NICKNAME));

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsTheOlderPhpClientPassThatEncodesNothingAndSendsNoDigest() {
    Sent request =
        likeAll()
            .with("content-type", "application/json;charset=utf-8")
            .with("x-acs-region-id", "cn-shanghai")
            .query("ClientInfo=a+b%41");

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=a+b%41");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsTheNewerPhpClientPassThatSignsTheEncodedQuery() {
    Sent request =
        likeNewerPhp()
            .query(
                "Version=2018-05-09&ClientInfo=" + ClientCode.percentEncoded(NICKNAME) + "&Empty=");

    request.signedAcs(
        Sent.SECRET,
        PATH + "?ClientInfo=" + ClientCode.percentEncoded(NICKNAME) + "&Empty&Version=2018-05-09");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsTheNewerPhpClientPassThatSignsAQuestionMarkThoughNoQueryFollows() {
    Sent request = likeNewerPhp();

    request.signedAcs(Sent.SECRET, PATH + "?");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsNodePass() {
    Sent request =
        likeAll()
            .with("host", "127.0.0.1")
            .with("x-acs-signature-nonce", "from-node")
            .md5()
            .query("ClientInfo=" + ClientCode.percentEncoded(NICKNAME) + "&Empty=");

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + NICKNAME + "&Empty=");

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void letsAClientPassThatMayNotSetTheDate() {
    Sent request = likeAll().without("date").with("x-acs-date", Sent.NOW);

    request.signedAcs(Sent.SECRET, PATH);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u5f20\u4e09", "s\u00f6hne", "\u00e5\u00bc\u00a0"})
  void readsAnUnencodedQueryHoweverTheServerReadItsBytes(String value) {
    String asBytes =
        new String(
            value.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    Sent request = likeGo().query("ClientInfo=" + asBytes);

    request.signedAcs(Sent.SECRET, PATH + "?ClientInfo=" + value);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  private static Sent likeGo() {
    return likeAll()
        .with("content-type", "application/octet-stream")
        .with("x-acs-action", "DeleteFaces")
        .with("x-acs-credentials-provider", "static_ak")
        .md5();
  }

  private static Sent likeNewerPhp() {
    return likeAll()
        .with("content-type", "application/json; charset=utf-8")
        .with("x-acs-region-id", "cn-shanghai")
        .with("x-acs-signature-nonce", "from-php");
  }

  private static Sent likeAll() {
    return Sent.post(PATH)
        .body(BODY)
        .with("accept", "application/json")
        .with("date", Sent.DATE)
        .with("x-acs-version", "2018-05-09")
        .with("x-acs-signature-method", "HMAC-SHA1")
        .with("x-acs-signature-version", "1.0");
  }
}
