package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class Acs3SignatureTest {
  private static final String PATH = "/green/sface/person";
  private static final String BODY = "{\"personId\":\"person1\"}";

  private final AccessKeys keys =
      AccessKeys.builder().permanent(Sent.KEY_ID, Secret.of(Sent.SECRET)).build();
  private final Authenticator gate = gate(SignaturePolicy.STRICT);

  @Test
  void passes() {
    Sent request = request(BODY).query("RegionId=cn-shanghai&ClientInfo=a%20b");

    sign(request, "ClientInfo=a%20b&RegionId=cn-shanghai", BODY);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void passesWithEitherFormOfAnEmptyValue() {
    Sent bare = sign(request(BODY).query("ClientInfo="), "ClientInfo", BODY);
    Sent withSign =
        sign(
            request(BODY).with("x-acs-signature-nonce", "another").query("ClientInfo"),
            "ClientInfo=",
            BODY);

    assertThat(gate.refusal(bare.received())).isEmpty();
    assertThat(gate.refusal(withSign.received())).isEmpty();
  }

  @Test
  void passesWithItsFieldsInAnyOrderAndSpacesBetween() {
    Sent request = sign(request(BODY), "", BODY);
    String[] fields = request.header("authorization").split("[ ,]", -1);

    request.with(
        "authorization", fields[0] + " " + fields[3] + ", " + fields[2] + ", " + fields[1]);

    assertThat(gate.refusal(request.received())).isEmpty();
  }

  @Test
  void doesNotPassWithAnotherBody() {
    Sent request = sign(request(BODY), "", BODY).body(BODY.replace('1', '2'));

    assertThat(code(gate, request)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void doesNotPassWithAHeaderThatWasAddedOnTheWay() {
    Sent request = sign(request(BODY), "", BODY).with("x-acs-security-token", "added");

    assertThat(code(gate, request)).isEqualTo("IncompleteSignature");
  }

  @Test
  void doesNotPassWithAHeaderThatWasTakenAwayOnTheWay() {
    Sent request = sign(request(BODY), "", BODY).without("content-type");

    assertThat(code(gate, request)).isEqualTo("IncompleteSignature");
  }

  @Test
  void wantsTheTimeInItsOwnHeader() {
    Sent none = request(BODY).without("x-acs-date").with("date", Sent.DATE);
    Sent other = request(BODY).with("x-acs-date", Sent.DATE);

    assertThat(code(gate, sign(none, "", BODY))).isEqualTo("IllegalTimestamp");
    assertThat(code(gate, sign(other, "", BODY))).isEqualTo("InvalidTimeStamp.Format");
  }

  @Test
  void takesTheDigestOfNothingForABodyWhenLenientOnly() {
    Sent request =
        sign(request(BODY).with("x-acs-content-sha256", ClientCode.sha256Hex(new byte[0])), "", "");

    assertThat(gate(SignaturePolicy.LENIENT).refusal(request.received())).isEmpty();
    assertThat(code(gate, request)).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void checksTheDigestThatIsNotSignedAsWell() {
    Sent request = request(BODY).with("content-md5", ClientCode.md5(new byte[0]));

    assertThat(code(gate, sign(request, "", BODY))).isEqualTo("ContentMD5NotMatched");
  }

  private Authenticator gate(SignaturePolicy strictness) {
    var clock = Clock.fixed(Instant.parse(Sent.NOW), ZoneOffset.UTC);
    return new AcsAuthenticator(keys, clock, strictness);
  }

  private static String code(Authenticator gate, Sent request) {
    return gate.refusal(request.received()).map(GatewayError::code).orElse("passed");
  }

  private static Sent request(String body) {
    return Acs3Signing.request(PATH, body);
  }

  private static Sent sign(Sent request, String encodedQuery, String signedBody) {
    return Acs3Signing.sign(request, PATH, encodedQuery, signedBody);
  }
}
