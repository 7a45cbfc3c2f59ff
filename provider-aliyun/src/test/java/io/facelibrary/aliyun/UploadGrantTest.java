package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.facelibrary.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadGrantTest {
  private static UploadGrant grant(String token, String endpoint, String bucket, String folder) {
    return UploadGrant.of(
        Secret.of(TestGrants.KEY_ID),
        Secret.of(TestGrants.SECRET),
        Secret.of(token),
        Instant.EPOCH,
        endpoint,
        bucket,
        folder);
  }

  @ParameterizedTest
  @CsvSource({
    "oss-cn-shanghai.aliyuncs.com, https://oss-cn-shanghai.aliyuncs.com",
    "https://oss-cn-shanghai.aliyuncs.com/, https://oss-cn-shanghai.aliyuncs.com",
    "HTTP://127.0.0.1:8080, http://127.0.0.1:8080",
    "localhost:8080, https://localhost:8080"
  })
  void usesHttpsUnlessTheEndpointSaysHttp(String endpoint, String url) {
    assertThat(grant(TestGrants.TOKEN, endpoint, "bucket", "upload").endpoint()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "oss-cn-shanghai.aliyuncs.com, cn-shanghai",
    "oss-cn-beijing-internal.aliyuncs.com, cn-beijing",
    "storage.example.com, elsewhere",
    "127.0.0.1:8080, elsewhere"
  })
  void signsForTheRegionThatTheEndpointNames(String endpoint, String region) {
    assertThat(grant(TestGrants.TOKEN, endpoint, "bucket", "").region("elsewhere"))
        .isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({"upload/2026, upload/2026", "/upload/, upload", "'', ''"})
  void readsTheFolderWithoutItsOuterSlashes(String folder, String expected) {
    assertThat(grant(TestGrants.TOKEN, "oss.example.com", "bucket", folder).folder())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', oss.example.com, bucket, upload, securityToken",
    "'a b', oss.example.com, bucket, upload, securityToken",
    "token, '', bucket, upload, ossEndpoint",
    "token, ftp://oss.example.com, bucket, upload, ossEndpoint",
    "token, https://user@oss.example.com, bucket, upload, ossEndpoint",
    "token, https://oss.example.com/path, bucket, upload, ossEndpoint",
    "token, 'https://oss example', bucket, upload, ossEndpoint",
    "token, oss.example.com, '', upload, uploadBucket",
    "token, oss.example.com, a/b, upload, uploadBucket",
    "token, oss.example.com, UPPER, upload, uploadBucket",
    "token, oss.example.com, bucket, a//b, uploadFolder",
    "token, oss.example.com, bucket, a/../b, uploadFolder",
    "token, oss.example.com, bucket, 'a b', uploadFolder"
  })
  void refusesAnUnusableGrantAndNamesTheField(
      String token, String endpoint, String bucket, String folder, String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grant(token, endpoint, bucket, folder))
        .withMessageStartingWith(field + " must be");
  }

  @Test
  void showsNoSecret() {
    UploadGrant grant = grant(TestGrants.TOKEN, "oss.example.com", "bucket", "upload");

    assertThat(grant).hasToString("UploadGrant[expires=1970-01-01T00:00:00Z]");
  }
}
