package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw HTTP requests to the object store, from unusual and malicious clients. */
class UploadRequestsTest {
  private static final int OBJECT_BYTES = 4096;

  private static GreenServer server;

  @BeforeAll
  static void start() {
    server =
        GreenServer.builder()
            .library(InMemoryFaceLibrary.builder().greenLimits().open())
            .anonymous()
            .uploadLimits(UploadLimits.defaults().withObjectBytes(OBJECT_BYTES))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/face-library-uploads/upload/../../etc/passwd",
        "/face-library-uploads/other/1.png",
        "/face-library-uploads/",
        "/face-library-uploads",
        "/other/upload/1.png",
        "/",
        "/face-library-uploads/upload/%2e%2e/%2e%2e/x",
        "/face-library-uploads/upload/%00",
        "/face-library-uploads/upload/%ff",
        "/face-library-uploads/upload/1.png?acl",
      })
  void storesNoObjectOutsideTheFolder(String target) throws IOException {
    RawHttp.Response response = exchange(RawHttp.request("PUT", target, "x"));

    assertThat(response.status()).as(response.body()).isBetween(400, 501).isNotEqualTo(500);
    assertThat(response.body()).doesNotContain("Exception");
  }

  @Test
  void sendsErrorsOfTheObjectStoreInXml() throws IOException {
    RawHttp.Response response = exchange(RawHttp.request("PUT", "/other/upload/1.png", "x"));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.header("content-type")).isEqualTo("application/xml");
    assertThat(response.header("x-oss-request-id")).matches("[0-9A-F]{24}");
    assertThat(response.body()).contains("<Error><Code>NoSuchBucket</Code>");
  }

  @Test
  void rejectsATooLargeOrDamagedObject() throws IOException {
    String place = "/face-library-uploads/upload/1.png";

    RawHttp.Response large = exchange(RawHttp.request("PUT", place, "x".repeat(OBJECT_BYTES + 1)));
    RawHttp.Response damaged =
        exchange(RawHttp.request("PUT", place, "x", "Content-MD5: 1B2M2Y8AsgTpgAmY7PhCfg=="));

    assertThat(large.status()).isEqualTo(400);
    assertThat(large.body()).contains("EntityTooLarge");
    assertThat(damaged.status()).isEqualTo(400);
    assertThat(damaged.body()).contains("InvalidDigest");
  }

  @Test
  void acceptsAnObjectWhoseBucketIsInTheHost() throws IOException {
    RawHttp.Response response =
        exchange(
            "PUT /upload/1.png HTTP/1.1\r\nHost: face-library-uploads.green:80\r\n"
                + "Content-Length: 1\r\n\r\nx");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("etag")).isEqualTo("\"9DD4E461268C8034F5C8564E155C67A6\"");
  }

  private static RawHttp.Response exchange(String request) throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      return connection.send(request).response();
    }
  }
}
