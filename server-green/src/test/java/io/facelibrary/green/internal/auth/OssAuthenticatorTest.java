package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.support.ClientCrypto;
import io.facelibrary.green.support.ComposedRequest;
import io.facelibrary.green.support.OssSigning;
import io.facelibrary.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OssAuthenticatorTest {
  private static final String RESOURCE = "/uploads/folder/images/a b+\u5f20.jpg";
  private static final String PATH = "/uploads/folder/images/a%20b%2B%E5%BC%A0.jpg";
  private static final Instant NOW = Instant.parse(ComposedRequest.NOW);

  private final TestClock clock = TestClock.at(NOW);
  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
          .disabled("LTAI-off", Secret.of(ComposedRequest.SECRET))
          .temporary(
              "STS.given",
              Secret.of(ComposedRequest.SECRET),
              Secret.of("CAIS-token"),
              NOW.plus(Duration.ofMinutes(5)))
          .build();
  private final Authenticator authenticator = new OssAuthenticator(keys, clock);

  @Test
  void acceptsAnOlderClient() {
    ComposedRequest request = older().with("x-oss-meta-note", "b").with("x-oss-meta-a", "a").md5();

    OssSigning.signedV1(request, ComposedRequest.SECRET, ComposedRequest.DATE, RESOURCE);

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @ParameterizedTest
  @ValueSource(strings = {ComposedRequest.DATE, "20261124T120000Z"})
  void acceptsAnOlderClientThatSendsTwoDatesAndSignsEither(String signed) {
    ComposedRequest request = older().with("x-oss-date", "20261124T120000Z");

    OssSigning.signedV1(request, ComposedRequest.SECRET, signed, RESOURCE);

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @Test
  void signsOnlySubResourcesInTheOlderScheme() {
    ComposedRequest request = older().query("uploadId=a%2Bb&partNumber=1&other=x&uploads=");

    OssSigning.signedV1(
        request,
        ComposedRequest.SECRET,
        ComposedRequest.DATE,
        RESOURCE + "?partNumber=1&uploadId=a+b&uploads");

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @Test
  void signsABucketWithASlashAfterIt() {
    ComposedRequest request = ComposedRequest.put("/uploads").with("date", ComposedRequest.DATE);

    OssSigning.signedV1(request, ComposedRequest.SECRET, ComposedRequest.DATE, "/uploads/");

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @Test
  void acceptsANewerClient() {
    ComposedRequest request = newer().query("x-id=PutObject&empty=&a=b%2Bc");

    OssSigning.signedV4(request, ComposedRequest.SECRET, PATH, "a=b%2Bc&empty&x-id=PutObject");

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @Test
  void acceptsANewerClientThatSignsAdditionalHeaders() {
    ComposedRequest request = newer().with("host", "127.0.0.1:8080");

    OssSigning.signedV4(request, ComposedRequest.SECRET, PATH, "");

    assertThat(authenticate(request)).isEqualTo("passed");
    assertThat(authenticate(request.with("host", "127.0.0.1:8081")))
        .isEqualTo("403 SignatureDoesNotMatch");
  }

  @Test
  void acceptsANewerClientThatEncodesTheKeyDifferently() {
    ComposedRequest request =
        ComposedRequest.put("/uploads/(1)*.jpg")
            .with("x-oss-date", "20261124T120000Z")
            .with("x-oss-content-sha256", "UNSIGNED-PAYLOAD");

    OssSigning.signedV4(request, ComposedRequest.SECRET, "/uploads/%281%29%2A.jpg", "");

    assertThat(authenticate(request)).isEqualTo("passed");
  }

  @Test
  void checksTheBodyOfANewerClientThatSignsIt() {
    ComposedRequest request =
        newer().with("x-oss-content-sha256", ClientCrypto.sha256Hex("image".getBytes(UTF_8)));

    OssSigning.signedV4(request, ComposedRequest.SECRET, PATH, "");

    assertThat(authenticate(request)).isEqualTo("passed");
    assertThat(authenticate(request.body("images"))).isEqualTo("403 SignatureDoesNotMatch");
  }

  @Test
  void requiresASignature() {
    assertThat(authenticate(older())).isEqualTo("403 AccessDenied");
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
  void rejectsAMalformedSignature(String authorization) {
    assertThat(authenticate(older().with("authorization", authorization)))
        .isEqualTo("400 InvalidArgument");
  }

  @Test
  void rejectsUnknownAndDisabledKeys() {
    assertThat(authenticate(older().with("authorization", "OSS LTAI-nobody:b")))
        .isEqualTo("403 InvalidAccessKeyId");
    assertThat(authenticate(older().with("authorization", "OSS LTAI-off:b")))
        .isEqualTo("403 InvalidAccessKeyId");
  }

  @Test
  void requiresTheTokenOfATemporaryKey() {
    ComposedRequest request = older().with("authorization", "OSS STS.given:b");

    assertThat(authenticate(request)).isEqualTo("403 InvalidAccessKeyId");
    request.with("x-oss-security-token", "CAIS-another");
    assertThat(authenticate(request)).isEqualTo("403 InvalidSecurityToken");
    request.with("x-oss-security-token", "CAIS-token");
    assertThat(authenticate(request)).isEqualTo("403 SignatureDoesNotMatch");
    clock.advance(Duration.ofMinutes(5));
    assertThat(authenticate(request)).isEqualTo("403 SecurityTokenExpired");
  }

  @Test
  void acceptsNoTokenForAPermanentKey() {
    ComposedRequest request = older().with("x-oss-security-token", "CAIS-token");

    OssSigning.signedV1(request, ComposedRequest.SECRET, ComposedRequest.DATE, RESOURCE);

    assertThat(authenticate(request)).isEqualTo("403 InvalidAccessKeyId");
  }

  @Test
  void acceptsAnIssuedKeyUntilItExpires() {
    AccessKey key = keys.issueForUploads(NOW.plus(Duration.ofMinutes(5)));
    ComposedRequest request =
        older().with("x-oss-security-token", key.session().orElseThrow().token().reveal());
    OssSigning.signedV1(request, key.secret().reveal(), ComposedRequest.DATE, RESOURCE);
    String signature =
        request.header("authorization").substring(("OSS " + ComposedRequest.KEY_ID).length());

    request.with("authorization", "OSS " + key.id() + signature);

    assertThat(authenticate(request)).isEqualTo("passed");
    clock.advance(Duration.ofMinutes(5));
    assertThat(authenticate(request)).isEqualTo("403 SecurityTokenExpired");
  }

  @Test
  void requiresAValidTimeWithinTheWindow() {
    ComposedRequest old =
        OssSigning.signedV1(older(), ComposedRequest.SECRET, ComposedRequest.DATE, RESOURCE);
    ComposedRequest fresh = OssSigning.signedV4(newer(), ComposedRequest.SECRET, PATH, "");
    ComposedRequest undated =
        OssSigning.signedV1(older().without("date"), ComposedRequest.SECRET, "", RESOURCE);
    ComposedRequest otherDay =
        OssSigning.signedV4(newer(), ComposedRequest.SECRET, PATH, "")
            .with("x-oss-date", "20261125T120000Z");

    assertThat(authenticate(undated)).isEqualTo("403 AccessDenied");
    assertThat(authenticate(otherDay)).isEqualTo("403 AccessDenied");
    clock.advance(Duration.ofMinutes(15));
    assertThat(authenticate(old)).isEqualTo("passed");
    assertThat(authenticate(fresh)).isEqualTo("passed");
    clock.advance(Duration.ofSeconds(1));
    assertThat(authenticate(old)).isEqualTo("403 RequestTimeTooSkewed");
    assertThat(authenticate(fresh)).isEqualTo("403 RequestTimeTooSkewed");
  }

  @Test
  void rejectsABodyThatDiffersFromItsDigest() {
    ComposedRequest request =
        OssSigning.signedV1(older().md5(), ComposedRequest.SECRET, ComposedRequest.DATE, RESOURCE);

    assertThat(authenticate(request.body("another"))).isEqualTo("400 InvalidDigest");
  }

  @Test
  void reportsTheStringThatItSignedWithoutTheSecret() {
    ComposedRequest request =
        OssSigning.signedV1(older(), "another secret", ComposedRequest.DATE, RESOURCE);

    GatewayError error = authenticator.authenticate(request.received()).orElseThrow();

    assertThat(error.message())
        .endsWith("PUT\n\nimage/jpeg\n" + ComposedRequest.DATE + "\n" + RESOURCE)
        .doesNotContain(ComposedRequest.SECRET);
  }

  private String authenticate(ComposedRequest request) {
    return authenticator
        .authenticate(request.received())
        .map(error -> error.status() + " " + error.code())
        .orElse("passed");
  }

  private static ComposedRequest older() {
    return ComposedRequest.put(PATH)
        .body("image")
        .with("content-type", "image/jpeg")
        .with("date", ComposedRequest.DATE);
  }

  private static ComposedRequest newer() {
    return ComposedRequest.put(PATH)
        .body("image")
        .with("content-type", "image/jpeg")
        .with("x-oss-date", "20261124T120000Z")
        .with("x-oss-content-sha256", "UNSIGNED-PAYLOAD");
  }
}
