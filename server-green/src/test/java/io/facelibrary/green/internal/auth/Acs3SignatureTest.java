package io.facelibrary.green.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.support.Acs3Signing;
import io.facelibrary.green.support.ClientCrypto;
import io.facelibrary.green.support.ComposedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class Acs3SignatureTest {
  private static final String PATH = "/green/sface/person";
  private static final String BODY = "{\"personId\":\"person1\"}";

  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
          .build();
  private final Authenticator authenticator = authenticator(SignaturePolicy.STRICT);

  @Test
  void acceptsASignedRequest() {
    ComposedRequest request = request(BODY).query("RegionId=cn-shanghai&ClientInfo=a%20b");

    sign(request, "ClientInfo=a%20b&RegionId=cn-shanghai", BODY);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void acceptsEitherFormOfAnEmptyValue() {
    ComposedRequest bare = sign(request(BODY).query("ClientInfo="), "ClientInfo", BODY);
    ComposedRequest withSign =
        sign(
            request(BODY).with("x-acs-signature-nonce", "another").query("ClientInfo"),
            "ClientInfo=",
            BODY);

    assertThat(authenticator.authenticate(bare.received())).isEmpty();
    assertThat(authenticator.authenticate(withSign.received())).isEmpty();
  }

  @Test
  void acceptsFieldsInAnyOrderWithSpaces() {
    ComposedRequest request = sign(request(BODY), "", BODY);
    String[] fields = request.header("authorization").split("[ ,]", -1);

    request.with(
        "authorization", fields[0] + " " + fields[3] + ", " + fields[2] + ", " + fields[1]);

    assertThat(authenticator.authenticate(request.received())).isEmpty();
  }

  @Test
  void rejectsAnotherBody() {
    ComposedRequest request = sign(request(BODY), "", BODY).body(BODY.replace('1', '2'));

    assertThat(code(authenticator, request)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void rejectsAnAddedHeader() {
    ComposedRequest request = sign(request(BODY), "", BODY).with("x-acs-security-token", "added");

    assertThat(code(authenticator, request)).isEqualTo("IncompleteSignature");
  }

  @Test
  void rejectsARemovedHeader() {
    ComposedRequest request = sign(request(BODY), "", BODY).without("content-type");

    assertThat(code(authenticator, request)).isEqualTo("IncompleteSignature");
  }

  @Test
  void requiresTheTimeInItsOwnHeader() {
    ComposedRequest none = request(BODY).without("x-acs-date").with("date", ComposedRequest.DATE);
    ComposedRequest other = request(BODY).with("x-acs-date", ComposedRequest.DATE);

    assertThat(code(authenticator, sign(none, "", BODY))).isEqualTo("IllegalTimestamp");
    assertThat(code(authenticator, sign(other, "", BODY))).isEqualTo("InvalidTimeStamp.Format");
  }

  @Test
  void acceptsTheDigestOfAnEmptyBodyOnlyWhenLenient() {
    ComposedRequest request =
        sign(
            request(BODY).with("x-acs-content-sha256", ClientCrypto.sha256Hex(new byte[0])),
            "",
            "");

    assertThat(authenticator(SignaturePolicy.LENIENT).authenticate(request.received())).isEmpty();
    assertThat(code(authenticator, request)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void checksTheUnsignedDigestToo() {
    ComposedRequest request = request(BODY).with("content-md5", ClientCrypto.md5(new byte[0]));

    assertThat(code(authenticator, sign(request, "", BODY))).isEqualTo("ContentMD5NotMatched");
  }

  private Authenticator authenticator(SignaturePolicy policy) {
    var clock = Clock.fixed(Instant.parse(ComposedRequest.NOW), ZoneOffset.UTC);
    return new AcsAuthenticator(keys, clock, policy);
  }

  private static String code(Authenticator authenticator, ComposedRequest request) {
    return authenticator.authenticate(request.received()).map(GatewayError::code).orElse("passed");
  }

  private static ComposedRequest request(String body) {
    return Acs3Signing.request(PATH, body);
  }

  private static ComposedRequest sign(
      ComposedRequest request, String encodedQuery, String signedBody) {
    return Acs3Signing.sign(request, PATH, encodedQuery, signedBody);
  }
}
