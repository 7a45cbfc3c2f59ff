package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.support.SignatureV4;
import io.facelibrary.aliyun.support.StubStorage;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class OssUploadsTest {
  static final String REGION = "cn-shanghai";

  private final FaceImage.Bytes image = TestImages.ofSize(300_000);
  private final AtomicInteger grantCount = new AtomicInteger();
  private StubStorage storage;
  private OssUploads uploads;

  @BeforeEach
  void open() throws IOException {
    storage = StubStorage.plain();
    UploadGrants grants =
        new UploadGrants(
            during ->
                TestGrants.numbered(
                    grantCount.getAndIncrement(), storage.endpoint(), TestGrants.FAR_FUTURE),
            TestGrants.CLOCK);
    uploads = new OssUploads(connections(Duration.ofMinutes(1)), grants, REGION);
  }

  @AfterEach
  void close() {
    uploads.close();
    storage.close();
  }

  static ConnectionSettings connections(Duration responseTimeout) {
    Duration wait = Duration.ofMinutes(1);
    return new ConnectionSettings(
        wait, wait, responseTimeout, 8, Optional.empty(), Optional.empty());
  }

  @Test
  void putsTheImageAsTheDocumentedUploaderDoes() throws Exception {
    URI url = uploads.put(Operation.ADD_FACES, image);

    StubStorage.Put put = storage.puts().get(0);
    String key = url.getPath().substring(1);
    byte[] md5 = MessageDigest.getInstance("MD5").digest(image.bytes());
    assertThat(url).hasScheme("oss").hasHost(TestGrants.BUCKET);
    assertThat(key).matches("upload/2026/images/facelibrary-[0-9a-f]{32}\\.png");
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.path()).isEqualTo("/" + TestGrants.BUCKET + "/" + key);
    assertThat(put.image()).isEqualTo(image);
    assertThat(put.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("content-length", Integer.toString(image.size()))
        .containsEntry("content-md5", Base64.getEncoder().encodeToString(md5))
        .containsEntry("x-oss-security-token", TestGrants.TOKEN)
        .containsEntry("x-oss-content-sha256", "UNSIGNED-PAYLOAD")
        .containsEntry(
            "authorization",
            SignatureV4.authorization(put, TestGrants.KEY_ID, TestGrants.SECRET, REGION));
    assertThat(storage.puts()).hasSize(1);
  }

  @Test
  void putsTheBucketBeforeAHostThatHasSubdomainsAndSignsForTheRegionOfTheHost() throws Exception {
    UploadGrant grant = TestGrants.at(URI.create("http://oss-cn-beijing.aliyuncs.com"));
    Duration time = Duration.ofMinutes(1);
    // A proxy receives the whole URL, so that no name is resolved here.
    ConnectionSettings connections =
        new ConnectionSettings(
            time, time, time, 8, Optional.empty(), Optional.of(storage.endpoint()));

    URI url;
    try (OssUploads toCloud =
        new OssUploads(connections, new UploadGrants(during -> grant, TestGrants.CLOCK), REGION)) {
      url = toCloud.put(Operation.ADD_FACES, image);
    }

    StubStorage.Put put = storage.puts().get(0);
    StubStorage.Put signed =
        new StubStorage.Put(
            put.method(), "/" + TestGrants.BUCKET + put.path(), put.headers(), put.image());
    assertThat(put.headers())
        .containsEntry("host", TestGrants.BUCKET + ".oss-cn-beijing.aliyuncs.com");
    assertThat(put.path()).isEqualTo(url.getPath());
    assertThat(put.headers())
        .containsEntry(
            "authorization",
            SignatureV4.authorization(signed, TestGrants.KEY_ID, TestGrants.SECRET, "cn-beijing"));
  }

  @Test
  void usesOneGrantForAllImagesAndANameForEach() {
    URI first = uploads.put(Operation.ADD_FACES, image);
    URI second = uploads.put(Operation.ADD_FACES, image);

    assertThat(grantCount).hasValue(1);
    assertThat(UploadName.find(first)).isNotEqualTo(UploadName.find(second));
  }

  @Test
  void sendsAgainUnderTheSameNameWithANewGrantWhenTheGrantHasExpired() {
    storage.failNext(403, "SecurityTokenExpired");

    uploads.put(Operation.ADD_FACES, image);

    assertThat(grantCount).hasValue(2);
    assertThat(storage.puts())
        .extracting(put -> put.headers().get("x-oss-security-token"))
        .containsExactly(TestGrants.TOKEN, TestGrants.TOKEN + 1);
    assertThat(storage.puts()).extracting(StubStorage.Put::path).hasSize(2);
    assertThat(storage.puts().get(0).path()).isEqualTo(storage.puts().get(1).path());
    assertThat(storage.puts().get(1).image()).isEqualTo(image);
  }

  @Test
  void sendsAtMostTwiceWhenTheSecondGrantHasExpiredToo() {
    storage.failNext(403, "SecurityTokenExpired");
    storage.failNext(403, "SecurityTokenExpired");

    FaceLibraryException failed = failure();

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
    assertThat(storage.puts()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, PERMISSION_DENIED",
    "403, SomethingNew, PERMISSION_DENIED",
    "403, '', PERMISSION_DENIED",
    "403, InvalidAccessKeyId, UNAUTHENTICATED",
    "403, SignatureDoesNotMatch, UNAUTHENTICATED",
    "404, NoSuchBucket, INTERNAL",
    "400, InvalidDigest, UNAVAILABLE",
    "400, SomethingNew, INTERNAL",
    "301, '', INTERNAL",
    "429, '', THROTTLED",
    "500, InternalError, UNAVAILABLE",
    "500, '', UNAVAILABLE",
    "502, '', UNAVAILABLE",
    "503, ServiceUnavailable, UNAVAILABLE",
    "503, SlowDown, THROTTLED",
    "503, TotalQpsLimitExceeded, THROTTLED"
  })
  void reportsWhyTheStorageRefusedAndSendsOnce(int status, String code, ErrorKind kind) {
    storage.failNext(status, code);

    FaceLibraryException failed = failure();

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    CallInfo call = failed.call().orElseThrow();
    assertThat(call.operation()).isEqualTo(Operation.ADD_FACES);
    assertThat(call.providerCode()).contains(code.isEmpty() ? "HTTP " + status : code);
    assertThat(call.requestId()).contains("5C3D9175B6FC201293AD000" + (code.isEmpty() ? "1" : "2"));
    assertThat(failed).hasMessageContaining("HTTP status " + status).hasNoCause();
    assertThat(failed.toString())
        .doesNotContain(TestGrants.TOKEN, TestGrants.SECRET, TestGrants.KEY_ID);
    assertThat(storage.puts()).hasSize(1);
  }

  @Test
  void discardsOnlyAGrantThatIsRefused() {
    storage.failNext(503, "SlowDown");
    failure();
    uploads.put(Operation.ADD_FACES, image);
    int grantsAfterThrottling = grantCount.get();

    storage.failNext(403, "AccessDenied");
    failure();
    uploads.put(Operation.ADD_FACES, image);

    assertThat(grantsAfterThrottling).isEqualTo(1);
    assertThat(grantCount).hasValue(2);
  }

  @Test
  void reportsForHowLongTheStorageAsksTheClientToWait() {
    storage.failNext(new StubStorage.Failure(503, "SlowDown", Map.of("Retry-After", "7")));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(7));
  }

  private FaceLibraryException failure() {
    return catchThrowableOfType(
        FaceLibraryException.class, () -> uploads.put(Operation.ADD_FACES, image));
  }
}
