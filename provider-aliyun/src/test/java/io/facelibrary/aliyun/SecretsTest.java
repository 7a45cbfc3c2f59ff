package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String TOKEN = "CAISsecurityTokenOfTheTests0123456789";

  // Else these loggers end in a no-operation one of SLF4J, and nothing would be seen.
  private static final List<String> LOGGING_THROUGH_THE_JDK =
      List.of(
          "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.Jdk14Logger");

  /** Answers that repeat all they were sent, as gateways, proxies and pages of errors do. */
  private static List<RawServer.Script> indiscreetServers() {
    return List.of(
        exchanged -> exchanged.send(RawResponse.NO_FACES),
        exchanged -> exchanged.send(gateway("SignatureDoesNotMatch", signed(exchanged))),
        exchanged -> exchanged.send(gateway("InvalidAccessKeyId.NotFound", sentBy(exchanged))),
        exchanged -> exchanged.send(gateway("InvalidParameter", sentBy(exchanged))),
        exchanged -> exchanged.send(gateway("Unheard.Of", sentBy(exchanged))),
        exchanged -> exchanged.send(service(400, sentBy(exchanged))),
        exchanged -> exchanged.send(service(500, sentBy(exchanged))),
        exchanged -> exchanged.send(service(777, sentBy(exchanged))),
        exchanged -> exchanged.send(RawResponse.of(502, "", sentBy(exchanged))),
        exchanged -> exchanged.send(RawResponse.of(200, "", sentBy(exchanged))),
        exchanged -> exchanged.send(exchanged.request().head()),
        exchanged -> exchanged.send("HTTP/1.1 200 OK\r\n" + exchanged.request().head()),
        exchanged ->
            exchanged.send(
                "HTTP/1.1 200 OK\r\n" + sentBy(exchanged).replace(": ", " ") + "\r\n\r\n"),
        WireFault.CLOSED_WITHOUT_ANSWER.script(),
        WireFault.SILENT.script());
  }

  private static String sentBy(RawServer.Exchanged exchanged) {
    return exchanged.request().head() + exchanged.request().body();
  }

  private static String signed(RawServer.Exchanged exchanged) {
    return "Specified signature is not matched with our calculation. server string to sign is:"
        + sentBy(exchanged);
  }

  private static String gateway(String code, String message) throws IOException {
    return RawResponse.json(400, json(Map.of("Code", code, "Message", message)));
  }

  private static String service(int code, String message) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("msg", message);
    return RawResponse.json(200, json(body));
  }

  private static String json(Map<String, ?> body) throws IOException {
    return new JsonMapper().writeValueAsString(body);
  }

  @Test
  void neverAppearInWhatIsLoggedThrownOrPrinted(@TempDir Path home) throws Exception {
    List<RawServer> servers = new ArrayList<>();
    try (RawServer usual = RawServer.answering(RawResponse.NO_FACES)) {
      List<String> arguments = new ArrayList<>(List.of(usual.endpoint(), TOKEN));
      for (RawServer.Script script : indiscreetServers()) {
        RawServer server = RawServer.start(script);
        servers.add(server);
        arguments.add(server.endpoint());
      }

      String printed =
          ForkedJvm.run(
              CallsAloud.class,
              home,
              Map.of(),
              LOGGING_THROUGH_THE_JDK,
              arguments.toArray(new String[0]));

      assertThat(printed)
          .contains("header-of-somebody-else", "Executing request POST /green/sface/faces");
      assertThat(printed.split("failed addFaces", -1)).hasSizeGreaterThan(10);
      assertThat(leaks(printed, Opened.KEY_ID)).isEmpty();
      assertThat(leaks(printed, Opened.SECRET)).isEmpty();
      assertThat(leaks(printed, TOKEN)).isEmpty();
      assertThat(leaks(printed, Opened.PERSON.value())).isEmpty();
      for (RawServer server : servers) {
        assertThat(server.requests()).isNotEmpty();
        for (RawServer.Request request : server.requests()) {
          assertThat(leaks(printed, signature(request))).isEmpty();
        }
      }
    } finally {
      servers.forEach(RawServer::close);
    }
  }

  private static String signature(RawServer.Request request) {
    return request.header("Authorization").orElseThrow().split(":", 2)[1];
  }

  /** Only the lines that leak: all that was printed is too long to be shown. */
  private static List<String> leaks(String printed, String secret) {
    return printed.lines().filter(line -> line.contains(secret)).toList();
  }
}
