package io.facelibrary.green.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.AddPerson;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenServerMainTest {
  private static final Map<String, String> IN_MEMORY = Map.of("FACE_LIBRARY_PROVIDER", "inmemory");

  private final List<String> printed = new CopyOnWriteArrayList<>();

  @Test
  void printsItsUrlAndHowToConfigureAnSdk() {
    try (var running = start("--port=0", "--anonymous")) {
      String hostAndPort = "127.0.0.1:" + running.server().uri().getPort();

      assertThat(printed)
          .contains("Serving at http://" + hostAndPort)
          .anyMatch(line -> line.contains("setSysEndpoint(\"" + hostAndPort + "\")"))
          .anyMatch(line -> line.contains("http://" + hostAndPort + "/healthz"));
    }
  }

  @Test
  void readsTheEnvironmentAndPrefersFlags() throws Exception {
    Map<String, String> environment =
        Map.of(
            "FACE_LIBRARY_PROVIDER", "inmemory",
            "GREEN_PORT", "1",
            "GREEN_ANONYMOUS", "true",
            "GREEN_READ_ONLY", "true");
    try (var running =
        GreenServerMain.start(
            environment, List.of("--port=0", "--library.profile=green"), printed::add)) {
      assertThat(running.library().capabilities().limits().facesPerPerson()).hasValue(20);
      assertThat(post(running.server().uri(), "/green/sface/person/delete", "{\"personId\":\"a\"}"))
          .contains("\"code\":596");
    }
  }

  @Test
  void servesHealthAndMetricsAndLogsWithoutIds() throws Exception {
    try (var running = start("--port=0", "--anonymous", "--access-log")) {
      URI uri = running.server().uri();
      running.library().addPerson(AddPerson.of(PersonId.of("secret-person")));

      post(uri, "/green/sface/person?ClientInfo=secret-info", "{\"personId\":\"secret-person\"}");
      post(uri, "/secret-path", "{}");

      assertThat(get(uri, "/healthz").body()).isEqualTo("ok\n");
      assertThat(get(uri, "/readyz").statusCode()).isEqualTo(200);
      String metrics = get(uri, "/metrics").body();
      assertThat(metrics)
          .contains("green_requests_seconds_count{code=\"200\",operation=\"GetPerson\"} 1")
          .contains("operation=\"none\"")
          .doesNotContain("secret");
      assertThat(printed)
          .anyMatch(
              line ->
                  line.matches(
                      "\\{\"time\":\"[^\"]+Z\",\"operation\":\"GetPerson\",\"status\":200,"
                          + "\"code\":\"200\",\"micros\":\\d+,\"received\":28,\"sent\":\\d+}"))
          .noneMatch(line -> line.contains("secret"));
    }
  }

  @Test
  void isNotReadyIfItsLibraryIsNotAvailable() throws Exception {
    try (var running = start("--port=0", "--anonymous")) {
      running.library().close();

      HttpResponse<String> response = get(running.server().uri(), "/readyz");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(get(running.server().uri(), "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void usesTheConfiguredAssumptions() throws Exception {
    String task = "{\"url\":\"https://example.com/%s.jpg\",\"extras\":{\"groupId\":\"g\"}}";
    try (var running =
        start(
            "--port=0",
            "--anonymous",
            "--library.profile=green",
            "--missing-person-on-delete-faces-code=500",
            "--suggestion-of-match=block",
            "--suggestion-of-none=fine",
            "--label-of-match=known",
            "--label-of-none=unknown")) {
      URI uri = running.server().uri();
      post(uri, "/green/sface/person/add", "{\"personId\":\"a\",\"groupIds\":[\"g\"]}");
      post(
          uri,
          "/green/sface/face/add",
          "{\"personId\":\"a\",\"urls\":[\"https://example.com/a.jpg\"]}");

      String deleted =
          post(uri, "/green/sface/face/delete", "{\"personId\":\"b\",\"faceIds\":[\"1\"]}");
      String read = post(uri, "/green/sface/person", "{\"personId\":\"b\"}");
      String found =
          post(
              uri,
              "/green/image/scan",
              "{\"scenes\":[\"sface-n\"],\"tasks\":[%s,%s]}"
                  .formatted(task.formatted("a"), task.formatted("b")));

      assertThat(deleted).startsWith("{\"code\":500");
      assertThat(read).startsWith("{\"code\":400");
      assertThat(found)
          .contains("\"suggestion\":\"block\"", "\"label\":\"known\"")
          .contains("\"suggestion\":\"fine\"", "\"label\":\"unknown\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--nonsense, GREEN_NONSENSE",
    "--port=70000, port",
    "--fault-share=2, fault-share",
    "--fault-share=x, fault-share",
    "--faults=fire, faults",
    "--full-person=maybe, full-person",
    "--header-timeout=0ms, header-timeout",
    "--body-timeout=x, body-timeout",
    "--missing-person-on-delete-faces-code=200, missing-person-on-delete-faces-code",
    "--access-key-id=me, anonymous",
    "--key-store=x, key-store-password",
    "nonsense, flags",
  })
  void rejectsAWrongSettingAndNamesIt(String flag, String field) {
    List<String> flags =
        List.of("--fault-share=0.5", "--faults=cut-response", "--anonymous", "--port=0", flag);

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServerMain.start(IN_MEMORY, flags, printed::add))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    assertThat(printed).isEmpty();
  }

  @Test
  void requiresAnAccessKeyOrAnonymous() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> start("--port=0"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("access-key-id"));
  }

  private GreenServerMain.RunningServer start(String... flags) {
    return GreenServerMain.start(IN_MEMORY, List.of(flags), printed::add);
  }

  private static String post(URI server, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpResponse<String> get(URI server, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
