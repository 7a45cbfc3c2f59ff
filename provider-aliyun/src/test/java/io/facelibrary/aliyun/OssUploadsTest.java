package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.testkit.TestPictures;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

@Timeout(30)
class OssUploadsTest {
  static final String REGION = "cn-shanghai";

  private final FaceImage.Bytes picture = TestPictures.ofSize(300_000);
  private final AtomicInteger given = new AtomicInteger();
  private LoopbackStorage storage;
  private OssUploads uploads;

  @BeforeEach
  void open() throws IOException {
    storage = LoopbackStorage.plain();
    Instant end = Instant.now().plus(Duration.ofHours(1));
    UploadGrants grants =
        new UploadGrants(
            during -> Grants.numbered(given.getAndIncrement(), storage.address(), end),
            Clock.systemUTC());
    uploads = new OssUploads(connections(Duration.ofSeconds(10)), grants, REGION);
  }

  @AfterEach
  void close() {
    uploads.close();
    storage.close();
  }

  static Connections connections(Duration answerTimeout) {
    Duration wait = Duration.ofSeconds(5);
    return new Connections(wait, wait, answerTimeout, 8, Optional.empty(), Optional.empty());
  }

  @Test
  void putsThePictureAsTheDocumentedUploaderDoes() throws Exception {
    URI address = uploads.put(Operation.ADD_FACES, picture);

    LoopbackStorage.Put put = storage.puts().get(0);
    String key = address.getPath().substring(1);
    byte[] md5 = MessageDigest.getInstance("MD5").digest(picture.bytes());
    assertThat(address).hasScheme("oss").hasHost(Grants.BUCKET);
    assertThat(key).matches("upload/2026/images/facelibrary-[0-9a-f]{32}\\.png");
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.path()).isEqualTo("/" + Grants.BUCKET + "/" + key);
    assertThat(put.picture()).isEqualTo(picture);
    assertThat(put.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("content-length", Integer.toString(picture.size()))
        .containsEntry("content-md5", Base64.getEncoder().encodeToString(md5))
        .containsEntry("x-oss-security-token", Grants.TOKEN)
        .containsEntry("x-oss-content-sha256", "UNSIGNED-PAYLOAD")
        .containsEntry(
            "authorization", SignatureV4.authorization(put, Grants.KEY_ID, Grants.SECRET, REGION));
    assertThat(storage.puts()).hasSize(1);
  }

  @Test
  void putsTheBucketBeforeAHostThatHasSubdomainsAndSignsForTheRegionOfTheHost() throws Exception {
    UploadGrant grant = Grants.at(URI.create("http://oss-cn-beijing.aliyuncs.com"));
    Duration time = Duration.ofSeconds(5);
    // A proxy is told the whole address, and needs no name to be resolved.
    Connections connections =
        new Connections(time, time, time, 8, Optional.empty(), Optional.of(storage.address()));

    URI address;
    try (OssUploads toCloud =
        new OssUploads(connections, new UploadGrants(during -> grant, Clock.systemUTC()), REGION)) {
      address = toCloud.put(Operation.ADD_FACES, picture);
    }

    LoopbackStorage.Put put = storage.puts().get(0);
    LoopbackStorage.Put asSigned =
        new LoopbackStorage.Put(
            put.method(), "/" + Grants.BUCKET + put.path(), put.headers(), put.picture());
    assertThat(put.headers()).containsEntry("host", Grants.BUCKET + ".oss-cn-beijing.aliyuncs.com");
    assertThat(put.path()).isEqualTo(address.getPath());
    assertThat(put.headers())
        .containsEntry(
            "authorization",
            SignatureV4.authorization(asSigned, Grants.KEY_ID, Grants.SECRET, "cn-beijing"));
  }

  @Test
  void usesOneGrantAndOneNameForEachPicture() {
    URI first = uploads.put(Operation.ADD_FACES, picture);
    URI second = uploads.put(Operation.ADD_FACES, picture);

    assertThat(given).hasValue(1);
    assertThat(UploadName.in(first)).isNotEqualTo(UploadName.in(second));
  }

  @Test
  void sendsOnceMoreUnderTheSameNameWithAnotherGrantWhenTheGrantHasEnded() {
    storage.refuseNext(403, "SecurityTokenExpired");

    uploads.put(Operation.ADD_FACES, picture);

    assertThat(given).hasValue(2);
    assertThat(storage.puts())
        .extracting(put -> put.headers().get("x-oss-security-token"))
        .containsExactly(Grants.TOKEN, Grants.TOKEN + 1);
    assertThat(storage.puts()).extracting(LoopbackStorage.Put::path).hasSize(2);
    assertThat(storage.puts().get(0).path()).isEqualTo(storage.puts().get(1).path());
    assertThat(storage.puts().get(1).picture()).isEqualTo(picture);
  }

  @Test
  void sendsNoThirdTimeWhenTheSecondGrantHasEndedToo() {
    storage.refuseNext(403, "SecurityTokenExpired");
    storage.refuseNext(403, "SecurityTokenExpired");

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
  void saysWhyTheStorageRefusedAndSendsOnce(int status, String code, ErrorKind kind) {
    storage.refuseNext(status, code);

    FaceLibraryException failed = failure();

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    CallInfo call = failed.call().orElseThrow();
    assertThat(call.operation()).isEqualTo(Operation.ADD_FACES);
    assertThat(call.providerCode()).contains(code.isEmpty() ? "HTTP " + status : code);
    assertThat(call.requestId()).contains("5C3D9175B6FC201293AD000" + (code.isEmpty() ? "1" : "2"));
    assertThat(failed).hasMessageContaining("HTTP status " + status).hasNoCause();
    assertThat(failed.toString()).doesNotContain(Grants.TOKEN, Grants.SECRET, Grants.KEY_ID);
    assertThat(storage.puts()).hasSize(1);
  }

  @Test
  void forgetsAGrantThatIsRefusedAndKeepsOneThatIsNot() {
    storage.refuseNext(503, "SlowDown");
    failure();
    uploads.put(Operation.ADD_FACES, picture);
    int givenAfterThrottling = given.get();

    storage.refuseNext(403, "AccessDenied");
    failure();
    uploads.put(Operation.ADD_FACES, picture);

    assertThat(givenAfterThrottling).isEqualTo(1);
    assertThat(given).hasValue(2);
  }

  @Test
  void passesOnHowLongTheStorageAsksToWait() {
    storage.refuseNext(new LoopbackStorage.Refusal(503, "SlowDown", Map.of("Retry-After", "7")));

    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(7));
  }

  private FaceLibraryException failure() {
    return catchThrowableOfType(
        FaceLibraryException.class, () -> uploads.put(Operation.ADD_FACES, picture));
  }
}
