package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.AddFaces;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadSettingsTest {

  private static InvalidRequestException refusalOf(Map<String, String> settings) {
    return catchThrowableOfType(
        InvalidRequestException.class, () -> FaceLibraries.open("aliyun", settings).close());
  }

  private static Map<String, String> good() {
    Map<String, String> settings = new HashMap<>();
    settings.put("endpoint", "http://127.0.0.1:9");
    settings.put("access-key-id", TestLibraries.KEY_ID);
    settings.put("access-key-secret", TestLibraries.SECRET);
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "region, cn-hangzhou",
    "region, ' '",
    "endpoint, https://green.example.com/v1",
    "endpoint, https://user:hunter2@green.example.com",
    "endpoint, https://green.example.com?key=hunter2",
    "endpoint, https://green.example.com#hunter2",
    "endpoint, ftp://green.example.com",
    "endpoint, green.example.com",
    "endpoint, https:green.example.com",
    "endpoint, https://",
    "endpoint, https://green.example.com:99999",
    "endpoint, https://green.example.com:0",
    "endpoint, https://green example.com",
    "access-key-id, ''",
    "access-key-id, ' '",
    "access-key-id, 'LTAI hunter2'",
    "access-key-id, 'LTAI密hunter2'",
    "access-key-secret, ''",
    "access-key-secret, 'hunter2 '",
    "security-token, 'token hunter2'",
    "connect-timeout, 0s",
    "connect-timeout, -1s",
    "connect-timeout, 11m",
    "connect-timeout, hunter2",
    "response-timeout, 0ms",
    "response-timeout, PT-5S",
    "response-timeout, 999999999d",
    "response-timeout, PT99999999999999999H",
    "connection-wait, 0s",
    "connection-wait, 1d",
    "max-connections, 0",
    "max-connections, -1",
    "max-connections, 10001",
    "max-connections, 99999999999999999999",
    "max-connections, many",
    "ca-certificates, /no/such/file.pem",
    "ca-certificates, /",
    "proxy, https://proxy.example.com:3128",
    "proxy, http://user:hunter2@proxy.example.com:3128",
    "proxy, http://proxy.example.com:3128/path",
    "proxy, http://proxy.example.com:99999",
    "proxy, socks://proxy.example.com",
    "rate-scale, auto",
    "rate-scale, thousand",
    "match-similarity, 1.5",
    "search-delay, 3d",
    "acces-key-id, hunter2"
  })
  void namesTheInvalidSettingButNotItsValue(String name, String value) {
    Map<String, String> settings = good();
    if (name.equals("region")) {
      settings.remove("endpoint");
    }
    settings.put(name, value);

    InvalidRequestException refusal = refusalOf(settings);

    assertThat(refusal).isNotNull();
    assertThat(refusal.field()).isEqualTo(name);
    assertThat(refusal).hasMessageContaining(name).hasNoCause();
    assertThat(refusal.getMessage()).doesNotContain("hunter2").doesNotContain(TestLibraries.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\t", "\u0000"})
  void refusesKeysWithALineBreakAtTheirEnd(String end) {
    for (String name : List.of("access-key-id", "access-key-secret", "security-token")) {
      Map<String, String> settings = good();
      settings.put(name, "hunter2" + end);

      InvalidRequestException refusal = refusalOf(settings);

      assertThat(refusal.field()).isEqualTo(name);
      assertThat(refusal.getMessage()).doesNotContain("hunter2");
    }
  }

  @Test
  void refusesIncompleteCredentials() {
    Map<String, String> noSecret = good();
    noSecret.remove("access-key-secret");
    Map<String, String> noId = good();
    noId.remove("access-key-id");
    Map<String, String> tokenOnly = Map.of("region", "cn-shanghai", "security-token", "hunter2");

    assertThat(refusalOf(noSecret).field()).isEqualTo("access-key-secret");
    assertThat(refusalOf(noId).field()).isEqualTo("access-key-id");
    assertThat(refusalOf(tokenOnly).field()).isEqualTo("access-key-id");
  }

  @Test
  void requiresEitherARegionOrAnEndpoint() {
    Map<String, String> both = good();
    both.put("region", "cn-shanghai");
    Map<String, String> neither = good();
    neither.remove("endpoint");

    assertThat(refusalOf(both).field()).isEqualTo("region");
    assertThat(refusalOf(both)).hasMessageContaining("endpoint");
    assertThat(refusalOf(neither).field()).isEqualTo("region");
    assertThat(refusalOf(neither)).hasMessageContaining("endpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not PEM",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n!!\n"
      })
  void refusesAFileWithoutCertificates(String content, @TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), content);
    Map<String, String> settings = good();
    settings.put("ca-certificates", file.toString());

    InvalidRequestException refusal = refusalOf(settings);

    assertThat(refusal.field()).isEqualTo("ca-certificates");
    assertThat(refusal.getMessage()).doesNotContain(file.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:green.example.com",
        "https://green.example.com:70000",
        "https://user@green.example.com",
        "mailto:somebody@example.com",
        "/green"
      })
  void refusesTheSameUrlsInABuilder(String url) {
    AliyunFaceLibrary.Builder builder = AliyunFaceLibrary.builder();

    InvalidRequestException ofEndpoint =
        catchThrowableOfType(
            InvalidRequestException.class, () -> builder.endpoint(URI.create(url)));
    InvalidRequestException ofProxy =
        catchThrowableOfType(
            InvalidRequestException.class,
            () -> builder.region("cn-beijing").proxy(URI.create(url)).open().close());

    assertThat(ofEndpoint.field()).isEqualTo("endpoint");
    assertThat(ofProxy.field()).isEqualTo("proxy");
  }

  @Test
  void refusesTimesOutOfRangeInABuilder() {
    for (Duration time :
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofNanos(999_999),
            Duration.ofDays(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      InvalidRequestException refusal =
          catchThrowableOfType(
              InvalidRequestException.class,
              () ->
                  AliyunFaceLibrary.builder()
                      .region("cn-beijing")
                      .responseTimeout(time)
                      .open()
                      .close());

      assertThat(refusal.field()).isEqualTo("response-timeout");
    }
    InvalidRequestException searchDelay =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                AliyunFaceLibrary.builder()
                    .region("cn-beijing")
                    .searchDelay(Duration.ofSeconds(-1))
                    .open()
                    .close());
    assertThat(searchDelay.field()).isEqualTo("search-delay");
  }

  @Test
  void opensAndClosesWithoutACall() {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES)) {
      TestLibraries.open(server.endpoint()).close();

      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://images.example.com/one.png",
        "oss://bucket",
        "oss://bucket/",
        "oss://bucket/one.png?signature=hunter2",
        "oss://bucket:80/one.png",
        "data://hunter2/x"
      })
  void refusesUrlsThatTheServiceCannotRead(String url) {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {

      InvalidRequestException refusal =
          catchThrowableOfType(
              InvalidRequestException.class,
              () ->
                  library.addFaces(
                      AddFaces.of(TestLibraries.PERSON, TestLibraries.IMAGE, FaceImage.at(url))));

      assertThat(refusal.field()).isEqualTo("images[1]");
      assertThat(refusal.getMessage()).doesNotContain("hunter2");
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678901234567890123", "with space", "with.dot", "密"})
  void refusesIdsThatTheServiceRefuses(String id) {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {

      InvalidRequestException refusal =
          catchThrowableOfType(
              InvalidRequestException.class,
              () -> library.queryFaces(QueryFaces.allOf(PersonId.of(id))));

      assertThat(refusal.field()).isEqualTo("personId");
      assertThat(refusal.getMessage()).doesNotContain(id);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void refusesMoreImagesThanAPersonCanHold() {
    List<FaceImage> images = Collections.nCopies(21, TestLibraries.IMAGE);
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {

      InvalidRequestException refusal =
          catchThrowableOfType(
              InvalidRequestException.class,
              () -> library.addFaces(AddFaces.of(TestLibraries.PERSON, images)));

      assertThat(refusal.field()).isEqualTo("images");
      assertThat(refusal).hasMessageContaining("20");
      assertThat(server.connections()).isZero();
    }
  }
}
