package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw HTTP requests from unusual and malicious clients. */
class HttpRequestsTest {
  private static final String FACES = "/green/sface/faces";
  private static final String ANNA = "{\"personId\":\"anna\"}";
  private static final int BODY_BYTES = 4096;

  private static final FaceLibrary LIBRARY = InMemoryFaceLibrary.builder().greenLimits().open();
  private static GreenServer server;

  @BeforeAll
  static void start() {
    LIBRARY.addPerson(AddPerson.of(PersonId.of("anna")));
    server =
        GreenServer.builder()
            .library(LIBRARY)
            .anonymous()
            .httpLimits(HttpLimits.defaults().withBodyBytes(BODY_BYTES).withHeaderBytes(2048))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/octet-stream",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: application/json; charset=utf-8",
        "Content-Type: text/xml",
        "X-None: of all",
      })
  void parsesTheBodyAsJsonForAnyMediaType(String header) throws IOException {
    RawHttp.Response response = exchange(RawHttp.post(FACES, ANNA, header));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("content-type")).isEqualTo("application/json;charset=UTF-8");
    assertThat(response.body()).startsWith("{\"code\":200,\"msg\":\"OK\",\"requestId\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?RegionId=cn-shanghai",
        "?ClientInfo=%7B%22userNick%22%3A%22%E5%BC%A0%20x%22%7D",
        "?clientInfo=%7B%22a%22%3A+1%7D",
        "?ClientInfo={\"userNick\":\"\u5f20\"}",
        "?Version=2018-05-09&ClientInfo=",
        "?",
      })
  void ignoresTheQuery(String query) throws IOException {
    assertThat(exchange(RawHttp.post(FACES + query, ANNA)).body()).startsWith("{\"code\":200");
  }

  static Stream<String> oldPaths() {
    return Stream.of(
        "/green/sface/addFaces",
        "/green/sface/deleteFaces",
        "/green/sface/getFaces",
        "/green/sface/addPerson",
        "/green/sface/setPerson",
        "/green/sface/getPerson",
        "/green/sface/deletePerson",
        "/green/sface/addGroupsOfPerson",
        "/green/sface/deleteGroupsOfPerson",
        "/green/sface/getGroups",
        "/green/sface/getPersons");
  }

  @ParameterizedTest
  @MethodSource("oldPaths")
  void servesTheOldPaths(String path) throws IOException {
    assertThat(exchange(RawHttp.post(path, "{}")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(GreenOperation.class)
  void rejectsMethodsOtherThanPost(GreenOperation operation) throws IOException {
    RawHttp.Response response = exchange(RawHttp.request("GET", operation.path(), ""));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body())
        .contains("\"Code\":\"UnsupportedHTTPMethod\"", "\"HostId\":\"green\"", "\"RequestId\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/green",
        "/green/sface/search",
        "/green/face/detect",
        "/green/sface/faces/",
        "/GREEN/sface/faces",
        "/green/image/syncscan"
      })
  void rejectsOtherPaths(String path) throws IOException {
    RawHttp.Response response = exchange(RawHttp.post(path, ANNA));

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body()).contains("\"Code\":\"InvalidApi.NotFound\"");
  }

  static Stream<String> badBodies() {
    return Stream.of(
        "",
        "{",
        "null",
        "7",
        "\"text\"",
        "[1]",
        "{\"personId\":\"anna\"}{}",
        "{\"personId\":\"anna\",\"personId\":\"bob\"}",
        "{\"personId\":null}",
        "{\"personId\":{}}",
        "{\"personId\":[\"anna\"]}",
        "{\"personId\":true}",
        "{\"personId\":\"\"}",
        "{\"personId\":\" \"}",
        "{\"personId\":\"a\\u0000b\"}",
        "{\"personId\":\"\\ud800\"}",
        "{\"personId\":\"" + "x".repeat(33) + "\"}",
        "{\"personId\":\"a/b\"}",
        "{\"personId\":\"anna\",\"faceIds\":[]}",
        "{\"personId\":\"anna\",\"faceIds\":\"1\"}",
        "{\"personId\":\"anna\",\"faceIds\":[{}]}",
        "{\"personId\":\"anna\",\"faceIds\":[" + "9".repeat(100) + "]}",
        "[".repeat(2000),
        "{\"a\":".repeat(600));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void rejectsAMalformedBodyLikeTheService(String body) throws IOException {
    RawHttp.Response response = exchange(RawHttp.post(FACES, body));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).startsWith("{\"code\":400,\"msg\":\"").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1.5", "-1", "0", "18446744073709551616", "2.3E16"})
  void acceptsAnyNumberAsAFaceId(String number) throws IOException {
    RawHttp.Response response =
        exchange(RawHttp.post(FACES, "{\"personId\":\"anna\",\"faceIds\":[%s]}".formatted(number)));

    assertThat(response.body()).startsWith("{\"code\":200").contains("\"success\":false");
  }

  @Test
  void rejectsInvalidUtf8() throws IOException {
    byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'};
    byte[] head =
        "POST %s HTTP/1.1\r\nHost: g\r\nContent-Length: 9\r\n\r\n".formatted(FACES).getBytes(UTF_8);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);

    try (RawHttp connection = new RawHttp(server.uri())) {
      RawHttp.Response response = connection.send(request).response();

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).startsWith("{\"code\":400");
    }
  }

  @Test
  void rejectsATooLargeBodyWithAndWithoutALength() throws IOException {
    String large = " ".repeat(BODY_BYTES + 1);

    RawHttp.Response said = exchange(RawHttp.post(FACES, large));
    RawHttp.Response chunked =
        exchange(
            "POST %s HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(FACES, large.length(), large));

    assertThat(said.status()).isEqualTo(413);
    assertThat(said.body()).contains("\"Code\":\"RequestEntityTooLarge\"");
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void acceptsAChunkedBody() throws IOException {
    RawHttp.Response response =
        exchange(
            "POST %s HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n%s\r\nb\r\n%s\r\n0\r\n\r\n"
                .formatted(FACES, ANNA.substring(0, 8), ANNA.substring(8)));

    assertThat(response.body()).startsWith("{\"code\":200");
  }

  @Test
  void rejectsTooLargeHeaders() throws IOException {
    RawHttp.Response response = exchange(RawHttp.post(FACES, ANNA, "X: " + "x".repeat(3000)));

    assertThat(response.status()).isEqualTo(431);
    assertThat(response.body()).contains("\"Code\":\"InvalidRequest\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "POST /green/sface/faces HTTP/9.9\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /green/sface/faces HTTP/1.1\r\nHost: a\r\n Folded: b\r\n\r\n",
        "POST /a/%2e%2e/green HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /green/sface/faces;a=b HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
      })
  void rejectsMalformedRequests(String text) throws IOException {
    RawHttp.Response response = exchange(text);

    assertThat(response.status()).as(response.body()).isBetween(400, 505).isNotEqualTo(500);
    assertThat(response.body()).contains("\"Code\":\"").doesNotContain("Exception");
  }

  @Test
  void respondsToPipelinedRequestsInOrder() throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      connection.send(
          RawHttp.post(FACES, ANNA) + RawHttp.post("/none", "") + RawHttp.post(FACES, ANNA));

      assertThat(connection.response().status()).isEqualTo(200);
      assertThat(connection.response().status()).isEqualTo(404);
      assertThat(connection.response().status()).isEqualTo(200);
    }
  }

  private static RawHttp.Response exchange(String request) throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      return connection.send(request).response();
    }
  }
}
