package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.green.model.v20180509.DeleteFacesRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.profile.DefaultProfile;
import io.facelibrary.Secret;
import io.facelibrary.green.support.AuthenticatingServer;
import io.facelibrary.green.support.ClientCrypto;
import io.facelibrary.green.support.ComposedRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of the official, unmodified Java SDK. */
class OfficialJavaClientTest {
  private static final String SESSION_ID = "STS.given";
  private static final String SESSION_SECRET = "secret-of-the-session";
  private static final String TOKEN = "CAIS+token/of=the-session";

  private AuthenticatingServer server;

  @BeforeEach
  void start() throws IOException {
    AccessKeys keys =
        AccessKeys.builder()
            .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
            .temporary(
                SESSION_ID,
                Secret.of(SESSION_SECRET),
                Secret.of(TOKEN),
                Clock.systemUTC().instant().plus(Duration.ofHours(1)))
            .build();
    server =
        new AuthenticatingServer(
            new AcsAuthenticator(keys, Clock.systemUTC(), SignaturePolicy.LENIENT));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"userNick\":\"\u5f20\u4e09\"}",
        "{\"userNick\":\"a b  c\"}",
        "{\"userNick\":\"1+1=2&x=y?/#%41~*'\"}",
        "\uD83D\uDE00",
        " ",
        "",
      })
  void isAcceptedWithAnyClientInfo(String clientInfo) throws ClientException {
    DeleteFacesRequest request = request();
    request.setClientInfo(clientInfo);

    HttpResponse response =
        client(ComposedRequest.KEY_ID, ComposedRequest.SECRET).doAction(request);

    assertThat(response.getStatus()).as(response.getHttpContentString()).isEqualTo(200);
  }

  @Test
  void isAcceptedWithoutAQuery() throws ClientException {
    HttpResponse response =
        client(ComposedRequest.KEY_ID, ComposedRequest.SECRET).doAction(request());

    assertThat(response.getStatus()).as(response.getHttpContentString()).isEqualTo(200);
    assertThat(server.last().rawQuery()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SignatureVersion.class)
  void isAcceptedWithATemporaryKey(SignatureVersion version) throws ClientException {
    DeleteFacesRequest request = request();
    request.setSysSignatureVersion(version);
    request.setClientInfo("{\"userNick\":\"\u5f20 \u4e09+\"}");

    HttpResponse response = sessionClient(TOKEN).doAction(request);

    assertThat(response.getStatus()).as(response.getHttpContentString()).isEqualTo(200);
    assertThat(server.last().header("x-acs-security-token")).hasValue(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"userNick\":\"1+1=2&x=y?/#%41~*'\u5f20 \u4e09\"}", ""})
  void isAcceptedWithTheNewerSignature(String clientInfo) throws ClientException {
    DeleteFacesRequest request = request();
    request.setSysSignatureVersion(SignatureVersion.V3);
    request.setClientInfo(clientInfo);

    HttpResponse response =
        client(ComposedRequest.KEY_ID, ComposedRequest.SECRET).doAction(request);

    assertThat(response.getStatus()).as(response.getHttpContentString()).isEqualTo(200);
    assertThat(server.last().header("authorization").orElseThrow())
        .startsWith("ACS3-HMAC-SHA256 Credential=" + ComposedRequest.KEY_ID + ",Signature=");
  }

  @Test
  void signsTheDigestOfAnEmptyBodyInTheNewerScheme() throws ClientException {
    DeleteFacesRequest request = request();
    request.setSysSignatureVersion(SignatureVersion.V3);

    client(ComposedRequest.KEY_ID, ComposedRequest.SECRET).doAction(request);

    assertThat(server.last().body()).isNotEmpty();
    assertThat(server.last().header("x-acs-content-sha256"))
        .hasValue(ClientCrypto.sha256Hex(new byte[0]));
  }

  @ParameterizedTest
  @EnumSource(SignatureVersion.class)
  void reportsToItsUserThatTheSecretIsWrong(SignatureVersion version) {
    DeleteFacesRequest request = request();
    request.setSysSignatureVersion(version);
    request.setClientInfo("{\"userNick\":\"\u5f20 \u4e09\"}");
    DefaultAcsClient client = client(ComposedRequest.KEY_ID, "another secret");

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> client.getAcsResponse(request))
        .satisfies(e -> assertThat(e.getErrCode()).isEqualTo("SDK.InvalidAccessKeySecret"));
  }

  @Test
  void reportsAnUnknownKey() throws ClientException {
    HttpResponse response = client("LTAI-nobody", ComposedRequest.SECRET).doAction(request());

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getHttpContentString()).contains("InvalidAccessKeyId.NotFound");
  }

  @Test
  void reportsATokenOfAnotherKey() throws ClientException {
    HttpResponse response = sessionClient("CAIS-another").doAction(request());

    assertThat(response.getHttpContentString())
        .contains("InvalidSecurityToken.MismatchWithAccessKey");
  }

  private DeleteFacesRequest request() {
    var request = new DeleteFacesRequest();
    request.setSysEndpoint(server.hostAndPort());
    request.setSysConnectTimeout(120_000);
    request.setSysReadTimeout(120_000);
    request.setHttpContent(
        "{\"personId\":\"person1\",\"faceIds\":[\"1\"]}".getBytes(UTF_8), "UTF-8", FormatType.JSON);
    return request;
  }

  private static DefaultAcsClient client(String id, String secret) {
    return new DefaultAcsClient(DefaultProfile.getProfile("cn-shanghai", id, secret));
  }

  private static DefaultAcsClient sessionClient(String token) {
    return new DefaultAcsClient(
        DefaultProfile.getProfile("cn-shanghai"),
        new BasicSessionCredentials(SESSION_ID, SESSION_SECRET, token));
  }
}
