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
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestPictures;
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
      ImageFetchOptions.defaults().withPrivateAddresses().withTime(Duration.ofSeconds(60));

  private final FaceImage.Bytes picture = TestPictures.random();
  private final CountDownLatch ended = new CountDownLatch(1);
  private HttpServer pictures;
  private URI home;

  @BeforeEach
  void servePictures() throws IOException {
    pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pictures.setExecutor(Executors.newCachedThreadPool());
    home = URI.create("http://127.0.0.1:" + pictures.getAddress().getPort());
    pictures.createContext("/picture", exchange -> answer(exchange, 200, picture.bytes()));
    pictures.createContext("/text", exchange -> answer(exchange, 200, "text".getBytes(UTF_8)));
    pictures.createContext("/403", exchange -> answer(exchange, 403, new byte[0]));
    pictures.createContext("/500", exchange -> answer(exchange, 500, new byte[0]));
    pictures.createContext("/once", exchange -> redirect(exchange, "/picture"));
    pictures.createContext("/round", exchange -> redirect(exchange, "/round"));
    pictures.createContext("/elsewhere", exchange -> redirect(exchange, elsewhere()));
    pictures.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
    pictures.createContext("/never", exchange -> waitUntilEnd());
    pictures.start();
  }

  private String elsewhere() {
    return "http://127.0.0.2:" + home.getPort() + "/picture";
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    answer(exchange, 302, new byte[0]);
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
    pictures.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/picture", "/once"})
  void fetchesAPicture(String path) {
    assertThat(fetch(LOCAL, path)).isEqualTo(new ResolvedImage.Found(picture));
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
  void saysWhyThereIsNoPicture(String path, int code) {
    assertThat(fetch(LOCAL, path))
        .isInstanceOfSatisfying(
            ResolvedImage.Unavailable.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  @Test
  void givesUpAfterTheTime() {
    ResolvedImage late = fetch(LOCAL.withTime(Duration.ofMillis(50)), "/never");

    assertThat(late).isEqualTo(new ResolvedImage.Unavailable(592, "DOWNLOAD_TIMEOUT"));
  }

  @Test
  void readsNoMoreThanTheBytesAllowed() {
    int size = picture.size();

    assertThat(fetch(LOCAL.withBytes(size), "/picture")).isInstanceOf(ResolvedImage.Found.class);
    assertThat(fetch(LOCAL.withBytes(size - 1), "/picture"))
        .isEqualTo(new ResolvedImage.Unavailable(589, "TOO_LARGE"));
  }

  @Test
  void asksNobodyOnThisMachineUnlessAllowed() {
    ResolvedImage refused = fetch(ImageFetchOptions.defaults(), "/picture");

    assertThat(refused)
        .isEqualTo(new ResolvedImage.Unavailable(401, "NOT_ALLOWED: the address is not public"));
  }

  @Test
  void checksTheAddressBehindARedirectToo() {
    try (ImageFetcher fetcher =
        new ImageFetcher(LOCAL, address -> address.getHostAddress().equals("127.0.0.1"))) {
      assertThat(fetcher.fetch(home.resolve("/picture"))).isInstanceOf(ResolvedImage.Found.class);
      assertThat(fetcher.fetch(home.resolve("/elsewhere")))
          .isEqualTo(new ResolvedImage.Unavailable(401, "NOT_ALLOWED: the address is not public"));
    }
  }

  @Test
  void handsFetchedPicturesToTheLibraryAndTellsTheirAddress() throws Exception {
    FaceLibrary library = InMemoryFaceLibrary.builder().without(Capability.IMAGE_URL).open();
    library.addPerson(AddPerson.of(PersonId.of("anna"), GroupId.of("staff")));
    try (GreenServer server =
        GreenServer.builder()
            .library(library)
            .credentials(Sdk.KEY, Sdk.SECRET)
            .fetchImages(LOCAL)
            .start()) {
      Sdk sdk = new Sdk(server.uri());
      String url = home.resolve("/picture").toString();

      JsonObject added =
          sdk.data(
              new com.aliyuncs.green.model.v20180509.AddFacesRequest(),
              "{\"personId\":\"anna\",\"urls\":[\"%s\",\"%s\"]}".formatted(url, home));
      JsonObject got =
          sdk.data(
              new com.aliyuncs.green.model.v20180509.GetFacesRequest(), "{\"personId\":\"anna\"}");

      assertThat(Served.item(added, "faceImageItems", 0).get("success").getAsBoolean()).isTrue();
      assertThat(Served.item(added, "faceImageItems", 1).get("success").getAsBoolean()).isFalse();
      assertThat(Served.item(got, "faceImageItems", 0).get("url").getAsString()).isEqualTo(url);
      assertThat(library.search(Search.of(picture, GroupId.of("staff"))).best()).isPresent();
    }
  }

  @Test
  void refusesAddressesThatItMayNotFetchAndTheLibraryDoesNotTake() {
    FaceLibrary library = InMemoryFaceLibrary.builder().without(Capability.IMAGE_URL).open();
    library.addPerson(AddPerson.of(PersonId.of("anna")));

    JsonObject added =
        Served.of(library)
            .data(
                GreenOperation.ADD_FACES,
                "{\"personId\":\"anna\",\"urls\":[\"https://example.com/a.jpg\"]}");

    assertThat(Served.item(added, "faceImageItems", 0).get("msg").getAsString())
        .isEqualTo("NOT_FOUND: the library behind takes no pictures by address");
  }

  private ResolvedImage fetch(ImageFetchOptions fetching, String path) {
    try (ImageFetcher fetcher = new ImageFetcher(fetching)) {
      return fetcher.fetch(home.resolve(path));
    }
  }
}
