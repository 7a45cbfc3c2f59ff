package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenServerTest {
  private static final String GROUPS = "/green/sface/groups";

  private final FaceLibrary library = InMemoryFaceLibrary.builder().open();

  @Test
  void listensOnAFreePortOfTheLoopbackInterface() {
    try (GreenServer one = anonymous().start();
        GreenServer other = anonymous().start()) {
      assertThat(one.uri().getHost()).isEqualTo("127.0.0.1");
      assertThat(one.uri().getScheme()).isEqualTo("http");
      assertThat(one.uri().getPort()).isPositive().isNotEqualTo(other.uri().getPort());
    }
  }

  @Test
  void requiresALibraryAndCredentialsOrAnonymous() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServer.builder().anonymous().start())
        .satisfies(e -> assertThat(e.field()).isEqualTo("library"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> GreenServer.builder().library(library).start())
        .satisfies(e -> assertThat(e.field()).isEqualTo("credentials"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> anonymous().credentials("id", Secret.of("s")).start())
        .satisfies(e -> assertThat(e.field()).isEqualTo("credentials"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> anonymous().port(65536).start())
        .satisfies(e -> assertThat(e.field()).isEqualTo("port"));
  }

  @Test
  void rejectsNullWithAMessage() {
    GreenServer.Builder builder = GreenServer.builder();

    for (ThrowingCallable setter :
        List.<ThrowingCallable>of(
            () -> builder.library(null),
            () -> builder.assumptions(null),
            () -> builder.httpLimits(null),
            () -> builder.uploadLimits(null),
            () -> builder.faultInjection(null),
            () -> builder.fetchImages(null),
            () -> builder.clock(null),
            () -> builder.host(null),
            () -> builder.publicUrl(null),
            () -> builder.adminToken(null),
            () -> builder.https(null, Secret.of("s")))) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(setter)
          .withMessageContaining("must not be null");
    }
  }

  @Test
  void reportsThatThePortIsInUse() {
    try (GreenServer server = anonymous().start()) {
      assertThatThrownBy(() -> anonymous().port(server.uri().getPort()).start())
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void leavesTheLibraryOpenAndFreesThePort() {
    GreenServer server = anonymous().start();
    URI uri = server.uri();

    server.close();
    server.close();

    library.addPerson(AddPerson.of(PersonId.of("anna")));
    assertThat(server.uri()).isEqualTo(uri);
    assertThatThrownBy(() -> new RawHttp(uri)).isInstanceOf(ConnectException.class);
  }

  @Test
  void completesRunningCallsBeforeItStops() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch mayReturn = new CountDownLatch(1);
    GreenServer server =
        GreenServer.builder()
            .library(blocked(called, mayReturn))
            .anonymous()
            .stopTimeout(Duration.ofMinutes(2))
            .start();
    try (RawHttp connection = new RawHttp(server.uri());
        RawHttp idle = new RawHttp(server.uri())) {
      connection.send(RawHttp.post(GROUPS, ""));
      assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      assertThat(idle.isClosed()).isTrue();
      assertThat(stopped).isNotDone();
      mayReturn.countDown();

      assertThat(connection.response().status()).isEqualTo(200);
      stopped.get(1, TimeUnit.MINUTES);
    }
  }

  /** Returns a library whose calls wait for a latch. */
  private FaceLibrary blocked(CountDownLatch called, CountDownLatch mayReturn) {
    return new ForwardingFaceLibrary(library) {
      @Override
      protected <T> T around(Call<T> call) {
        called.countDown();
        try {
          assertThat(mayReturn.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
        return call.proceed();
      }
    };
  }

  @Test
  void respondsWithATimeoutIfTheBodyIsIncomplete() throws IOException {
    HttpLimits limits = HttpLimits.defaults().withBodyTimeout(Duration.ofMillis(50));
    try (GreenServer server = anonymous().httpLimits(limits).start();
        RawHttp connection = new RawHttp(server.uri())) {
      connection.send("POST " + GROUPS + " HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{");

      assertThat(connection.response().status()).isEqualTo(408);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void closesIdleConnections() throws IOException {
    HttpLimits limits = HttpLimits.defaults().withIdleTimeout(Duration.ofMillis(50));
    try (GreenServer server = anonymous().httpLimits(limits).start();
        RawHttp silent = new RawHttp(server.uri());
        RawHttp slow = new RawHttp(server.uri())) {
      slow.trySend(("POST " + GROUPS + " HTTP/1.1\r\nHo").getBytes(UTF_8));

      assertThat(silent.isClosed()).isTrue();
      assertThat(slow.isClosed()).isTrue();
    }
  }

  @Test
  void delaysConnectionsBeyondTheMaximum() throws Exception {
    List<String> served = new CopyOnWriteArrayList<>();
    HttpLimits limits = HttpLimits.defaults().withConnections(1);
    GreenServer.Builder builder =
        anonymous().httpLimits(limits).onRequest(request -> served.add(request.operation()));
    try (GreenServer server = builder.start()) {
      RawHttp first = new RawHttp(server.uri());
      first.send(RawHttp.post(GROUPS, "")).response();
      RawHttp second = new RawHttp(server.uri());
      second.send(RawHttp.post("/green/sface/group/persons", "{\"groupId\":\"g\"}"));
      first.send(RawHttp.post(GROUPS, "")).response();
      List<String> whileTheFirstWasOpen = List.copyOf(served);
      first.close();

      assertThat(second.response().status()).isEqualTo(200);
      assertThat(whileTheFirstWasOpen).containsExactly("GetGroups", "GetGroups");
      second.close();
    }
  }

  @Test
  void servesHttps(@TempDir Path folder) throws Exception {
    Path keys = selfSignedKeys(folder);
    try (GreenServer server = anonymous().https(keys, Secret.of("password")).start()) {
      assertThat(server.uri().getScheme()).isEqualTo("https");

      HttpClient client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(server.uri().resolve(GROUPS))
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).startsWith("{\"code\":200");
    }
  }

  private static Path selfSignedKeys(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process tool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    "password",
                    "-keystore",
                    keys.toString()))
            .inheritIO()
            .start();
    assertThat(tool.waitFor()).isZero();
    return keys;
  }

  private static SSLContext trusting(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "password".toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("mykey"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private GreenServer.Builder anonymous() {
    return GreenServer.builder().library(library).anonymous();
  }
}
