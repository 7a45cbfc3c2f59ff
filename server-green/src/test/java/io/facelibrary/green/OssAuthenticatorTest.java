package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OssAuthenticatorTest {
  private static final String RESOURCE = "/uploads/folder/images/a b+\u5f20.jpg";
  private static final String PATH = "/uploads/folder/images/a%20b%2B%E5%BC%A0.jpg";
  private static final Instant NOW = Instant.parse(Sent.NOW);

  private final SettableClock clock = new SettableClock(NOW);
  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(Sent.KEY_ID, Secret.of(Sent.SECRET))
          .inactive("LTAI-off", Secret.of(Sent.SECRET))
          .temporary(
              "STS.given",
              Secret.of(Sent.SECRET),
              Secret.of("CAIS-token"),
              NOW.plus(Duration.ofMinutes(5)))
          .build();
  private final Authenticator gate = new OssAuthenticator(keys, clock);

  @Test
  void letsAnOlderClientPass() {
    Sent request = older().with("x-oss-meta-note", "b").with("x-oss-meta-a", "a").md5();

    OssRequests.signedV1(request, Sent.SECRET, Sent.DATE, RESOURCE);

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {Sent.DATE, "20261124T120000Z"})
  void letsAnOlderClientPassThatDatesTheRequestTwiceAndSignsEither(String signed) {
    Sent request = older().with("x-oss-date", "20261124T120000Z");

    OssRequests.signedV1(request, Sent.SECRET, signed, RESOURCE);

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @Test
  void signsSubResourcesAndNoOtherParameterInTheOlderWay() {
    Sent request = older().query("uploadId=a%2Bb&partNumber=1&other=x&uploads=");

    OssRequests.signedV1(
        request, Sent.SECRET, Sent.DATE, RESOURCE + "?partNumber=1&uploadId=a+b&uploads");

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @Test
  void signsABucketWithASlashAfterIt() {
    Sent request = Sent.put("/uploads").with("date", Sent.DATE);

    OssRequests.signedV1(request, Sent.SECRET, Sent.DATE, "/uploads/");

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @Test
  void letsANewerClientPass() {
    Sent request = newer().query("x-id=PutObject&empty=&a=b%2Bc");

    OssRequests.signedV4(request, Sent.SECRET, PATH, "a=b%2Bc&empty&x-id=PutObject");

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @Test
  void letsANewerClientPassThatSignsFurtherHeaders() {
    Sent request = newer().with("host", "127.0.0.1:8080");

    OssRequests.signedV4(request, Sent.SECRET, PATH, "");

    assertThat(refusal(request)).isEqualTo("passed");
    assertThat(refusal(request.with("host", "127.0.0.1:8081")))
        .isEqualTo("403 SignatureDoesNotMatch");
  }

  @Test
  void letsANewerClientPassThatEncodesTheKeyInAnotherWay() {
    Sent request =
        Sent.put("/uploads/(1)*.jpg")
            .with("x-oss-date", "20261124T120000Z")
            .with("x-oss-content-sha256", "UNSIGNED-PAYLOAD");

    OssRequests.signedV4(request, Sent.SECRET, "/uploads/%281%29%2A.jpg", "");

    assertThat(refusal(request)).isEqualTo("passed");
  }

  @Test
  void checksTheBodyOfANewerClientThatSignsIt() {
    Sent request =
        newer().with("x-oss-content-sha256", ClientCode.sha256Hex("picture".getBytes(UTF_8)));

    OssRequests.signedV4(request, Sent.SECRET, PATH, "");

    assertThat(refusal(request)).isEqualTo("passed");
    assertThat(refusal(request.body("pictures"))).isEqualTo("403 SignatureDoesNotMatch");
  }

  @Test
  void asksForASignature() {
    assertThat(refusal(older())).isEqualTo("403 AccessDenied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OSS",
        "OSS a",
        "OSS :b",
        "OSS a:",
        "acs a:b",
        "OSS4-HMAC-SHA256 a",
        "OSS4-HMAC-SHA256 Credential=a/20261124/r/oss/aliyun_v4_request",
        "OSS4-HMAC-SHA256 Credential=a/20261124/r/oss,Signature=b",
        "OSS4-HMAC-SHA256 Credential=a/20261124/r/s3/aliyun_v4_request,Signature=b",
        "OSS4-HMAC-SHA256 Credential=a/20261124/r/oss/aws4_request,Signature=b",
      })
  void refusesASignatureThatIsNoSignature(String authorization) {
    assertThat(refusal(older().with("authorization", authorization)))
        .isEqualTo("400 InvalidArgument");
  }

  @Test
  void refusesUnknownAndInactiveKeys() {
    assertThat(refusal(older().with("authorization", "OSS LTAI-nobody:b")))
        .isEqualTo("403 InvalidAccessKeyId");
    assertThat(refusal(older().with("authorization", "OSS LTAI-off:b")))
        .isEqualTo("403 InvalidAccessKeyId");
  }

  @Test
  void wantsTheTokenOfATemporaryKey() {
    Sent request = older().with("authorization", "OSS STS.given:b");

    assertThat(refusal(request)).isEqualTo("403 InvalidAccessKeyId");
    request.with("x-oss-security-token", "CAIS-another");
    assertThat(refusal(request)).isEqualTo("403 InvalidSecurityToken");
    request.with("x-oss-security-token", "CAIS-token");
    assertThat(refusal(request)).isEqualTo("403 SignatureDoesNotMatch");
    clock.forward(Duration.ofMinutes(5));
    assertThat(refusal(request)).isEqualTo("403 SecurityTokenExpired");
  }

  @Test
  void wantsNoTokenOfAPermanentKey() {
    Sent request = older().with("x-oss-security-token", "CAIS-token");

    OssRequests.signedV1(request, Sent.SECRET, Sent.DATE, RESOURCE);

    assertThat(refusal(request)).isEqualTo("403 InvalidAccessKeyId");
  }

  @Test
  void letsAnIssuedKeyPassUntilItEnds() {
    AccessKey key = keys.issueForUploads(NOW.plus(Duration.ofMinutes(5)));
    Sent request =
        older().with("x-oss-security-token", key.session().orElseThrow().token().reveal());
    OssRequests.signedV1(request, key.secret().reveal(), Sent.DATE, RESOURCE);
    String signature = request.header("authorization").substring(("OSS " + Sent.KEY_ID).length());

    request.with("authorization", "OSS " + key.id() + signature);

    assertThat(refusal(request)).isEqualTo("passed");
    clock.forward(Duration.ofMinutes(5));
    assertThat(refusal(request)).isEqualTo("403 SecurityTokenExpired");
  }

  @Test
  void wantsATimeThatItCanReadAndThatIsNow() {
    Sent old = OssRequests.signedV1(older(), Sent.SECRET, Sent.DATE, RESOURCE);
    Sent fresh = OssRequests.signedV4(newer(), Sent.SECRET, PATH, "");
    Sent undated = OssRequests.signedV1(older().without("date"), Sent.SECRET, "", RESOURCE);
    Sent otherDay =
        OssRequests.signedV4(newer(), Sent.SECRET, PATH, "").with("x-oss-date", "20261125T120000Z");

    assertThat(refusal(undated)).isEqualTo("403 AccessDenied");
    assertThat(refusal(otherDay)).isEqualTo("403 AccessDenied");
    clock.forward(Duration.ofMinutes(15));
    assertThat(refusal(old)).isEqualTo("passed");
    assertThat(refusal(fresh)).isEqualTo("passed");
    clock.forward(Duration.ofSeconds(1));
    assertThat(refusal(old)).isEqualTo("403 RequestTimeTooSkewed");
    assertThat(refusal(fresh)).isEqualTo("403 RequestTimeTooSkewed");
  }

  @Test
  void refusesABodyThatIsNotTheOneOfItsDigest() {
    Sent request = OssRequests.signedV1(older().md5(), Sent.SECRET, Sent.DATE, RESOURCE);

    assertThat(refusal(request.body("another"))).isEqualTo("400 InvalidDigest");
  }

  @Test
  void repeatsWhatItWouldHaveSignedAndNeverTheSecret() {
    Sent request = OssRequests.signedV1(older(), "another secret", Sent.DATE, RESOURCE);

    GatewayError error = gate.refusal(request.received()).orElseThrow();

    assertThat(error.message())
        .endsWith("PUT\n\nimage/jpeg\n" + Sent.DATE + "\n" + RESOURCE)
        .doesNotContain(Sent.SECRET);
  }

  private String refusal(Sent request) {
    return gate.refusal(request.received())
        .map(error -> error.status() + " " + error.code())
        .orElse("passed");
  }

  private static Sent older() {
    return Sent.put(PATH)
        .body("picture")
        .with("content-type", "image/jpeg")
        .with("date", Sent.DATE);
  }

  private static Sent newer() {
    return Sent.put(PATH)
        .body("picture")
        .with("content-type", "image/jpeg")
        .with("x-oss-date", "20261124T120000Z")
        .with("x-oss-content-sha256", "UNSIGNED-PAYLOAD");
  }
}
