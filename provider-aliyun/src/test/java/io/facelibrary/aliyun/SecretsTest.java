package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.facelibrary.aliyun.support.ForkedJvm;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import io.facelibrary.aliyun.support.VerboseLoggingProgram;
import io.facelibrary.aliyun.support.WireFault;
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

  // Otherwise these loggers write to the no-operation logger of SLF4J.
  private static final List<String> LOGGING_THROUGH_THE_JDK =
      List.of(
          "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.Jdk14Logger");

  /** Responses that repeat the whole request, as gateways, proxies and error pages do. */
  private static List<RawServer.Script> echoingScripts() {
    return List.of(
        exchange -> exchange.send(RawResponse.NO_FACES),
        exchange -> exchange.send(gateway("SignatureDoesNotMatch", echoSigned(exchange))),
        exchange -> exchange.send(gateway("InvalidAccessKeyId.NotFound", echo(exchange))),
        exchange -> exchange.send(gateway("InvalidParameter", echo(exchange))),
        exchange -> exchange.send(gateway("Unknown.Code", echo(exchange))),
        exchange -> exchange.send(service(400, echo(exchange))),
        exchange -> exchange.send(service(500, echo(exchange))),
        exchange -> exchange.send(service(777, echo(exchange))),
        exchange -> exchange.send(RawResponse.of(502, "", echo(exchange))),
        exchange -> exchange.send(RawResponse.of(200, "", echo(exchange))),
        exchange -> exchange.send(exchange.request().head()),
        exchange -> exchange.send("HTTP/1.1 200 OK\r\n" + exchange.request().head()),
        exchange ->
            exchange.send("HTTP/1.1 200 OK\r\n" + echo(exchange).replace(": ", " ") + "\r\n\r\n"),
        WireFault.CLOSED_WITHOUT_RESPONSE.script());
  }

  private static String echo(RawServer.Exchange exchange) {
    return exchange.request().head() + exchange.request().body();
  }

  private static String echoSigned(RawServer.Exchange exchange) {
    return "Specified signature is not matched with our calculation. server string to sign is:"
        + echo(exchange);
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
  void neverAppearInLogsExceptionsOrOutput(@TempDir Path home) throws Exception {
    List<RawServer> servers = new ArrayList<>();
    try (RawServer other = RawServer.respondingWith(RawResponse.NO_FACES)) {
      List<String> arguments = new ArrayList<>(List.of(other.endpoint(), TOKEN));
      for (RawServer.Script script : echoingScripts()) {
        RawServer server = RawServer.start(script);
        servers.add(server);
        arguments.add(server.endpoint());
        arguments.add("60s");
      }

      RawServer silent = RawServer.start(WireFault.SILENT.script());
      servers.add(silent);
      arguments.add(silent.endpoint());
      arguments.add("100ms");

      String printed =
          ForkedJvm.run(
              VerboseLoggingProgram.class,
              home,
              Map.of(),
              LOGGING_THROUGH_THE_JDK,
              arguments.toArray(new String[0]));

      assertThat(printed)
          .contains("header-of-another-client", "Executing request POST /green/sface/faces");
      assertThat(printed.split("failed addFaces", -1)).hasSizeGreaterThan(10);
      assertThat(leaks(printed, TestLibraries.KEY_ID)).isEmpty();
      assertThat(leaks(printed, TestLibraries.SECRET)).isEmpty();
      assertThat(leaks(printed, TOKEN)).isEmpty();
      assertThat(leaks(printed, TestLibraries.PERSON.value())).isEmpty();
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

  /** Returns the lines that leak a secret, because the whole output is too long for a message. */
  private static List<String> leaks(String printed, String secret) {
    return printed.lines().filter(line -> line.contains(secret)).toList();
  }
}
