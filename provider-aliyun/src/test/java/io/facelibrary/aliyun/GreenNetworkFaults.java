package io.facelibrary.aliyun;

import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.NetworkFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Libraries towards services of this machine that misbehave as Green, or its network, may. */
final class GreenNetworkFaults implements NetworkFaults, AutoCloseable {
  private final Throttling throttling;
  private final List<RawServer> servers = new ArrayList<>();

  GreenNetworkFaults(Throttling throttling) {
    this.throttling = throttling;
  }

  /** Who says that there were too many calls; which of the two it is, is not documented. */
  enum Throttling {
    GATEWAY(400, "gateway/throttling-user"),
    SERVICE(200, "envelope/code-588");

    private final int status;
    private final String fixture;

    Throttling(int status, String fixture) {
      this.status = status;
      this.fixture = fixture;
    }
  }

  @Override
  public FaceLibrary refusedConnection() {
    return Opened.at("http://127.0.0.1:" + closedPort());
  }

  private static int closedPort() {
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return unused.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FaceLibrary closedWithoutResponse() {
    return towards(WireFault.CLOSED_WITHOUT_ANSWER.script());
  }

  @Override
  public FaceLibrary cutResponse() {
    return towards(WireFault.CUT_BODY.script());
  }

  @Override
  public FaceLibrary noResponseInTime() {
    return Opened.at(started(WireFault.SILENT.script()).endpoint(), "answer-timeout", "100ms");
  }

  @Override
  public FaceLibrary throttling() {
    String answer = RawResponse.json(throttling.status, fixture(throttling.fixture));
    return towards(exchanged -> exchanged.send(answer));
  }

  @Override
  public FaceLibrary wrongCredentials() {
    String answer = RawResponse.json(404, fixture("gateway/invalid-access-key-id-not-found"));
    return towards(exchanged -> exchanged.send(answer));
  }

  private FaceLibrary towards(RawServer.Script script) {
    return Opened.at(started(script).endpoint());
  }

  private RawServer started(RawServer.Script script) {
    RawServer server = RawServer.start(script);
    servers.add(server);
    return server;
  }

  /** Returns an answer of the service as its documentation shows it. */
  static String fixture(String name) {
    String path = "/green-fixtures/" + name + ".answer.json";
    try (InputStream in = GreenNetworkFaults.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    servers.forEach(RawServer::close);
  }
}
