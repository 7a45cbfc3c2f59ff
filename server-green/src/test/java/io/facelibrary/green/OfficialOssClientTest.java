package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.sdk.service.oss2.OSSClient;
import com.aliyun.sdk.service.oss2.credentials.StaticCredentialsProvider;
import com.aliyun.sdk.service.oss2.models.PutObjectRequest;
import com.aliyun.sdk.service.oss2.transport.BinaryData;
import io.facelibrary.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java SDK of the object store, unmodified, is the judge. */
class OfficialOssClientTest {
  private final AccessKeys keys =
      AccessKeys.builder().permanent(Sent.KEY_ID, Secret.of(Sent.SECRET)).build();
  private GatedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new GatedServer(new OssAuthenticator(keys, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "v1, folder/images/picture.jpg",
    "v4, folder/images/picture.jpg",
    "v1, folder/images/a b+c(1)*~%41\u5f20.jpg",
    "v4, folder/images/a b+c(1)*~%41\u5f20.jpg",
  })
  void passesWithAnyKeyOfAnObject(String version, String key) throws Exception {
    var credentials = new StaticCredentialsProvider(Sent.KEY_ID, Sent.SECRET);

    put(version, credentials, key);

    assertThat(server.last().body()).isEqualTo("picture".getBytes(UTF_8));
    assertThat(server.last().path()).startsWith("/uploads/folder/images/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v4"})
  void passesWithAKeyIssuedForUploads(String version) throws Exception {
    AccessKey key = keys.issueForUploads(Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    String token = key.session().orElseThrow().token().reveal();

    put(
        version,
        new StaticCredentialsProvider(key.id(), key.secret().reveal(), token),
        "folder/images/picture.jpg");

    assertThat(server.last().headers().toString()).contains(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v4"})
  void doesNotPassWithAnotherSecret(String version) {
    var credentials = new StaticCredentialsProvider(Sent.KEY_ID, "another secret");

    assertThatThrownBy(() -> put(version, credentials, "picture.jpg"))
        .hasStackTraceContaining("403");
  }

  // Not in the head of a try: its close() may be interrupted, of which the compiler warns there.
  private void put(String version, StaticCredentialsProvider credentials, String key)
      throws Exception {
    OSSClient client =
        OSSClient.newBuilder()
            .region("cn-shanghai")
            .endpoint("http://" + server.address())
            .usePathStyle(true)
            .signatureVersion(version)
            .retryMaxAttempts(1)
            .credentialsProvider(credentials)
            .build();
    try {
      client.putObject(
          PutObjectRequest.newBuilder()
              .bucket("uploads")
              .key(key)
              .body(BinaryData.fromString("picture"))
              .build());
    } finally {
      client.close();
    }
  }
}
