package io.facelibrary.green.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.support.ClientCrypto;
import io.facelibrary.green.support.ComposedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in the form in which official clients of other languages encode and sign them. */
class ClientHabitsTest {
  private static final String PATH = "/green/sface/face/delete";
  private static final String BODY =
      "{\"personId\":\"person1\",\"faceIds\":[\"31842550077981745\"]}";
  private static final String NICKNAME =
      "{\"userNick\":\"\u5f20\u4e09 & s\u00f6hne\",\"ip\":\"1+1=2%\"}";

  private final Authenticator authenticator =
      new AcsAuthenticator(
          AccessKeys.builder()
              .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
              .build(),
          Clock.fixed(Instant.parse(ComposedRequest.NOW), ZoneOffset.UTC),
          SignaturePolicy.STRICT);

  @Test
  void acceptsPython() {
    ComposedRequest request =
        likeAll()
            .with("accept", "application/json")
            .with("content-type", "application/octet-stream")
            .with("x-acs-action", "DeleteFaces")
            .with("x-acs-region-id", "cn-shanghai")
            .md5()
            .query("RegionId=cn-shanghai&ClientInfo=" + ClientCrypto.formEncoded(NICKNAME));

    request.signedAcs(
        ComposedRequest.SECRET, PATH + "?ClientInfo=" + NICKNAME + "&RegionId=cn-shanghai");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsPythonThatSignsAnEqualsSignAfterAnEmptyValue() {
    ComposedRequest request =
        likeAll()
            .with("content-type", "application/octet-stream")
            .md5()
            .query("RegionId=cn-shanghai&ClientInfo=");

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=&RegionId=cn-shanghai");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsGoThatEncodesSpacesAsPlusSigns() {
    ComposedRequest request = likeGo().query("ClientInfo=" + ClientCrypto.formEncoded(NICKNAME));

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsGoThatSignsAQuestionMarkWithoutAQuery() {
    ComposedRequest request = likeGo();

    request.signedAcs(ComposedRequest.SECRET, PATH + "?");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsGoWithoutAnyEncoding() {
    ComposedRequest request = likeGo().query("ClientInfo=" + NICKNAME);

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsGoThatSignsTheBareNameOfAnEmptyValue() {
    ComposedRequest request = likeGo().query("ClientInfo=&RegionId=cn-shanghai");

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo&RegionId=cn-shanghai");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsProgramsThatSpellClientInfoAsDocumented() {
    ComposedRequest request =
        likeAll()
            .with("content-type", "application/json")
            .with("x-acs-signature-nonce", "by-hand")
            .md5()
            .query("clientInfo=" + ClientCrypto.formEncoded(NICKNAME));

    request.signedAcs(ComposedRequest.SECRET, PATH + "?clientInfo=" + NICKNAME);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsDotNet() {
    ComposedRequest request =
        likeAll()
            .with("accept", "application/octet-stream")
            .with("content-type", "application/json")
            .with("x-acs-action", "DeleteFaces")
            .md5()
            .query("ClientInfo=" + ClientCrypto.percentEncoded(NICKNAME));

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=" + NICKNAME);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsTheOlderPhpClientWithoutEncodingAndDigest() {
    ComposedRequest request =
        likeAll()
            .with("content-type", "application/json;charset=utf-8")
            .with("x-acs-region-id", "cn-shanghai")
            .query("ClientInfo=a+b%41");

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=a+b%41");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsTheNewerPhpClientThatSignsTheEncodedQuery() {
    ComposedRequest request =
        likeNewerPhp()
            .query(
                "Version=2018-05-09&ClientInfo="
                    + ClientCrypto.percentEncoded(NICKNAME)
                    + "&Empty=");

    request.signedAcs(
        ComposedRequest.SECRET,
        PATH
            + "?ClientInfo="
            + ClientCrypto.percentEncoded(NICKNAME)
            + "&Empty&Version=2018-05-09");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsTheNewerPhpClientThatSignsAQuestionMarkWithoutAQuery() {
    ComposedRequest request = likeNewerPhp();

    request.signedAcs(ComposedRequest.SECRET, PATH + "?");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsNode() {
    ComposedRequest request =
        likeAll()
            .with("host", "127.0.0.1")
            .with("x-acs-signature-nonce", "from-node")
            .md5()
            .query("ClientInfo=" + ClientCrypto.percentEncoded(NICKNAME) + "&Empty=");

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=" + NICKNAME + "&Empty=");

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsAClientThatCannotSetTheDateHeader() {
    ComposedRequest request = likeAll().without("date").with("x-acs-date", ComposedRequest.NOW);

    request.signedAcs(ComposedRequest.SECRET, PATH);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u5f20\u4e09", "s\u00f6hne", "\u00e5\u00bc\u00a0"})
  void acceptsAnUnencodedQueryInEitherDecoding(String value) {
    String asBytes =
        new String(
            value.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    ComposedRequest request = likeGo().query("ClientInfo=" + asBytes);

    request.signedAcs(ComposedRequest.SECRET, PATH + "?ClientInfo=" + value);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  private static ComposedRequest likeGo() {
    return likeAll()
        .with("content-type", "application/octet-stream")
        .with("x-acs-action", "DeleteFaces")
        .with("x-acs-credentials-provider", "static_ak")
        .md5();
  }

  private static ComposedRequest likeNewerPhp() {
    return likeAll()
        .with("content-type", "application/json; charset=utf-8")
        .with("x-acs-region-id", "cn-shanghai")
        .with("x-acs-signature-nonce", "from-php");
  }

  private static ComposedRequest likeAll() {
    return ComposedRequest.post(PATH)
        .body(BODY)
        .with("accept", "application/json")
        .with("date", ComposedRequest.DATE)
        .with("x-acs-version", "2018-05-09")
        .with("x-acs-signature-method", "HMAC-SHA1")
        .with("x-acs-signature-version", "1.0");
  }
}
