package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.green.support.OfficialSdk;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFetcherTest {
  private static final ImageFetchOptions LOCAL =
      ImageFetchOptions.defaults().withPrivateAddresses().withTimeout(Duration.ofSeconds(60));

  private final FaceImage.Bytes image = TestImages.random();
  private final CountDownLatch ended = new CountDownLatch(1);
  private HttpServer images;
  private URI home;

  @BeforeEach
  void serveImages() throws IOException {
    images = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    images.setExecutor(Executors.newCachedThreadPool());
    home = URI.create("http://127.0.0.1:" + images.getAddress().getPort());
    images.createContext("/image", exchange -> respond(exchange, 200, image.bytes()));
    images.createContext("/text", exchange -> respond(exchange, 200, "text".getBytes(UTF_8)));
    images.createContext("/403", exchange -> respond(exchange, 403, new byte[0]));
    images.createContext("/500", exchange -> respond(exchange, 500, new byte[0]));
    images.createContext("/once", exchange -> redirect(exchange, "/image"));
    images.createContext("/round", exchange -> redirect(exchange, "/round"));
    images.createContext("/elsewhere", exchange -> redirect(exchange, elsewhere()));
    images.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
    images.createContext("/never", exchange -> waitUntilEnd());
    images.start();
  }

  private String elsewhere() {
    return "http://127.0.0.2:" + home.getPort() + "/image";
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    respond(exchange, 302, new byte[0]);
  }

  private void waitUntilEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    ended.countDown();
    images.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/image", "/once"})
  void fetchesAnImage(String path) {
    assertThat(fetch(LOCAL, path)).isEqualTo(new ResolvedImage.Found(image));
  }

  @ParameterizedTest
  @CsvSource({
    "/text, 590",
    "/403, 403",
    "/none, 404",
    "/500, 480",
    "/round, 480",
    "/file, 401",
  })
  void reportsWhyTheImageIsUnavailable(String path, int code) {
    assertThat(fetch(LOCAL, path))
        .isInstanceOfSatisfying(
            ResolvedImage.Unavailable.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  @Test
  void stopsAfterTheTimeout() {
    ResolvedImage late = fetch(LOCAL.withTimeout(Duration.ofMillis(50)), "/never");

    assertThat(late).isEqualTo(new ResolvedImage.Unavailable(592, "DOWNLOAD_TIMEOUT"));
  }

  @Test
  void readsNoMoreThanTheMaximumSize() {
    int size = image.size();

    assertThat(fetch(LOCAL.withMaxBytes(size), "/image")).isInstanceOf(ResolvedImage.Found.class);
    assertThat(fetch(LOCAL.withMaxBytes(size - 1), "/image"))
        .isEqualTo(new ResolvedImage.Unavailable(589, "TOO_LARGE"));
  }

  @Test
  void doesNotConnectToThisMachineUnlessAllowed() {
    ResolvedImage refused =
        fetch(ImageFetchOptions.defaults().withTimeout(LOCAL.timeout()), "/image");

    assertThat(refused)
        .isEqualTo(new ResolvedImage.Unavailable(401, "NOT_ALLOWED: the IP address is not public"));
  }

  @Test
  void checksTheIpAddressOfARedirectTarget() {
    try (ImageFetcher fetcher =
        new ImageFetcher(LOCAL, address -> address.getHostAddress().equals("127.0.0.1"))) {
      assertThat(fetcher.fetch(home.resolve("/image"))).isInstanceOf(ResolvedImage.Found.class);
      assertThat(fetcher.fetch(home.resolve("/elsewhere")))
          .isEqualTo(
              new ResolvedImage.Unavailable(401, "NOT_ALLOWED: the IP address is not public"));
    }
  }

  @Test
  void passesFetchedImagesToTheLibraryAndReturnsTheirUrls() throws Exception {
    FaceLibrary library = InMemoryFaceLibrary.builder().without(Capability.IMAGE_URL).open();
    library.addPerson(AddPerson.of(PersonId.of("anna"), GroupId.of("staff")));
    try (GreenServer server =
        GreenServer.builder()
            .library(library)
            .credentials(OfficialSdk.KEY, OfficialSdk.SECRET)
            .fetchImages(LOCAL)
            .start()) {
      OfficialSdk sdk = new OfficialSdk(server.uri());
      String url = home.resolve("/image").toString();

      JsonObject added =
          sdk.data(
              new com.aliyuncs.green.model.v20180509.AddFacesRequest(),
              "{\"personId\":\"anna\",\"urls\":[\"%s\",\"%s\"]}".formatted(url, home));
      JsonObject got =
          sdk.data(
              new com.aliyuncs.green.model.v20180509.GetFacesRequest(), "{\"personId\":\"anna\"}");

      assertThat(InProcessOperations.item(added, "faceImageItems", 0).get("success").getAsBoolean())
          .isTrue();
      assertThat(InProcessOperations.item(added, "faceImageItems", 1).get("success").getAsBoolean())
          .isFalse();
      assertThat(InProcessOperations.item(got, "faceImageItems", 0).get("url").getAsString())
          .isEqualTo(url);
      assertThat(library.search(Search.of(image, GroupId.of("staff"))).best()).isPresent();
    }
  }

  @Test
  void rejectsUrlsThatNeitherServerNorLibraryFetches() {
    FaceLibrary library = InMemoryFaceLibrary.builder().without(Capability.IMAGE_URL).open();
    library.addPerson(AddPerson.of(PersonId.of("anna")));

    JsonObject added =
        InProcessOperations.of(library)
            .data(
                GreenOperation.ADD_FACES,
                "{\"personId\":\"anna\",\"urls\":[\"https://example.com/a.jpg\"]}");

    assertThat(InProcessOperations.item(added, "faceImageItems", 0).get("msg").getAsString())
        .isEqualTo("NOT_FOUND: the library does not accept image URLs");
  }

  private ResolvedImage fetch(ImageFetchOptions fetching, String path) {
    try (ImageFetcher fetcher = new ImageFetcher(fetching)) {
      return fetcher.fetch(home.resolve(path));
    }
  }
}
