package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.sdk.service.oss2.OSSClient;
import com.aliyun.sdk.service.oss2.credentials.StaticCredentialsProvider;
import com.aliyun.sdk.service.oss2.models.PutObjectRequest;
import com.aliyun.sdk.service.oss2.transport.BinaryData;
import io.facelibrary.Secret;
import io.facelibrary.green.support.AuthenticatingServer;
import io.facelibrary.green.support.ComposedRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of the official, unmodified Java SDK of the object store. */
class OfficialOssClientTest {
  private final AccessKeys keys =
      AccessKeys.builder()
          .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
          .build();
  private AuthenticatingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new AuthenticatingServer(new OssAuthenticator(keys, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, folder/images/image.jpg",
    "v4, folder/images/image.jpg",
    "v1, folder/images/a b+c(1)*~%41\u5f20.jpg",
    "v4, folder/images/a b+c(1)*~%41\u5f20.jpg",
  })
  void isAcceptedWithAnyObjectKey(String version, String key) throws Exception {
    var credentials = new StaticCredentialsProvider(ComposedRequest.KEY_ID, ComposedRequest.SECRET);

    put(version, credentials, key);

    assertThat(server.last().body()).isEqualTo("image".getBytes(UTF_8));
    assertThat(server.last().path()).startsWith("/uploads/folder/images/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v4"})
  void isAcceptedWithAKeyIssuedForUploads(String version) throws Exception {
    AccessKey key = keys.issueForUploads(Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    String token = key.session().orElseThrow().token().reveal();

    put(
        version,
        new StaticCredentialsProvider(key.id(), key.secret().reveal(), token),
        "folder/images/image.jpg");

    assertThat(server.last().headers().toString()).contains(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v4"})
  void rejectsAnotherSecret(String version) {
    var credentials = new StaticCredentialsProvider(ComposedRequest.KEY_ID, "another secret");

    assertThatThrownBy(() -> put(version, credentials, "image.jpg")).hasStackTraceContaining("403");
  }

  // Not try-with-resources: the compiler warns that close() may throw InterruptedException.
  private void put(String version, StaticCredentialsProvider credentials, String key)
      throws Exception {
    OSSClient client =
        OSSClient.newBuilder()
            .region("cn-shanghai")
            .endpoint("http://" + server.hostAndPort())
            .usePathStyle(true)
            .signatureVersion(version)
            .connectTimeout(Duration.ofMinutes(2))
            .readWriteTimeout(Duration.ofMinutes(2))
            .retryMaxAttempts(1)
            .credentialsProvider(credentials)
            .build();
    try {
      client.putObject(
          PutObjectRequest.newBuilder()
              .bucket("uploads")
              .key(key)
              .body(BinaryData.fromString("image"))
              .build());
    } finally {
      client.close();
    }
  }
}
