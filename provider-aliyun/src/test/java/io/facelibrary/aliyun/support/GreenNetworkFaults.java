package io.facelibrary.aliyun.support;

import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.NetworkFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Libraries of services on this machine that fail as Green, or the network to it, may fail. */
public final class GreenNetworkFaults implements NetworkFaults, AutoCloseable {
  private final Throttling throttling;
  private final List<RawServer> servers = new ArrayList<>();
  private final RefusingPort refusingPort = new RefusingPort();

  public GreenNetworkFaults(Throttling throttling) {
    this.throttling = throttling;
  }

  /** The component that reports too many calls; which of the two does is not documented. */
  public enum Throttling {
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
  public FaceLibrary openWithRefusedConnection() {
    return TestLibraries.open(refusingPort.endpoint());
  }

  @Override
  public FaceLibrary openWithClosedConnection() {
    return libraryOf(WireFault.CLOSED_WITHOUT_RESPONSE.script());
  }

  @Override
  public FaceLibrary openWithCutResponse() {
    return libraryOf(WireFault.CUT_BODY.script());
  }

  @Override
  public FaceLibrary openWithoutResponse() {
    return TestLibraries.open(
        startServer(WireFault.SILENT.script()).endpoint(), "response-timeout", "25ms");
  }

  @Override
  public FaceLibrary openWithThrottling() {
    String response = RawResponse.json(throttling.status, fixture(throttling.fixture));
    return libraryOf(exchange -> exchange.send(response));
  }

  @Override
  public FaceLibrary openWithWrongCredentials() {
    String response = RawResponse.json(404, fixture("gateway/invalid-access-key-id-not-found"));
    return libraryOf(exchange -> exchange.send(response));
  }

  private FaceLibrary libraryOf(RawServer.Script script) {
    return TestLibraries.open(startServer(script).endpoint());
  }

  private RawServer startServer(RawServer.Script script) {
    RawServer server = RawServer.start(script);
    servers.add(server);
    return server;
  }

  /** Returns a golden response of the service. */
  private static String fixture(String name) {
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
    refusingPort.close();
  }
}
