package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Secret;
import io.facelibrary.green.internal.auth.AccessKeys;
import io.facelibrary.green.internal.auth.AcsAuthenticator;
import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.green.internal.auth.OssAuthenticator;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import io.facelibrary.green.internal.auth.SignaturePolicy;
import io.facelibrary.green.support.ComposedRequest;
import io.facelibrary.green.support.FuzzedServers;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.testkit.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * For every input, the server responds as the protocol requires or closes the connection, and
 * reveals nothing about itself. {@code -Dfuzz -Djqwik.tries.default=1000000} tries longer, with
 * random seeds. Requests that once got a wrong response are kept in {@code
 * src/test/resources/corpus}.
 */
class FuzzTest {
  private static final String[] TOKENS = {
    "\r\n",
    "\n",
    "\r",
    "\0",
    " ",
    "\t",
    ":",
    ",",
    ";",
    "/",
    "//",
    "\\",
    "..",
    "%2e%2e",
    "%00",
    "%zz",
    "%",
    "?",
    "&",
    "=",
    "+",
    "#",
    "*",
    "@",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "-1",
    "0",
    "99999999999999999999",
    "1e999999999",
    "chunked",
    "Content-Length: 5\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Expect: 100-continue\r\n",
    "Upgrade: h2c\r\nConnection: Upgrade\r\n",
    "Host: b\r\n",
    "\u00ff",
    "\u00c3(",
    "acs ",
    "OSS ",
    "OSS4-HMAC-SHA256 ",
    "ACS3-HMAC-SHA256 Credential=",
    "SignedHeaders=",
    "GET ",
    "PUT ",
    "HEAD ",
    "OPTIONS * ",
    "HTTP/1.0",
    "HTTP/2.0",
    "http://b"
  };

  private static final String[] NAMES = {
    "authorization",
    "date",
    "x-acs-date",
    "x-acs-version",
    "x-acs-signature-nonce",
    "x-acs-security-token",
    "x-acs-content-sha256",
    "x-acs-signature-method",
    "x-acs-signature-version",
    "x-oss-date",
    "x-oss-security-token",
    "x-oss-content-sha256",
    "content-md5",
    "content-type",
    "accept",
    "host"
  };

  private static FuzzedServers servers;

  @BeforeContainer
  static void start() {
    servers = new FuzzedServers();
  }

  @AfterContainer
  static void stop() {
    servers.close();
  }

  @Example
  void servesTheUnmodifiedRequests() throws IOException {
    for (byte[] request : FuzzedServers.requests()) {
      assertThat(servers.responses(request)).startsWith("HTTP/1.1 200 ");
    }
    for (byte[] signed : FuzzedServers.requests().subList(0, 3)) {
      assertThat(servers.responses(signed).split("HTTP/1.1 200 ", -1)).hasSize(3);
    }
  }

  @Example
  void respondsCorrectlyToTheCorpus() throws IOException {
    List<Path> kept;
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "corpus"))) {
      kept = files.sorted().toList();
    }

    for (Path file : kept) {
      String responses = servers.responses(Files.readAllBytes(file));

      assertThat(responses.split("HTTP/1.1 ", -1))
          .as(file + ": " + responses)
          .hasSizeLessThanOrEqualTo(3);
    }
    assertThat(kept).isNotEmpty();
  }

  @Example
  void respondsToDeepLongAndLargeBodies() throws IOException {
    String ids =
        IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    List<String> bodies =
        List.of(
            "{\"personId\":\"anna\",\"faceIds\":[" + ids + "]}",
            "{\"personId\":\"anna\",\"faceIds\":[" + "9".repeat(1_000_000) + "]}",
            "{\"personId\":\"" + "x".repeat(1_000_000) + "\"}",
            "{\"" + "x".repeat(1_000_000) + "\":1}",
            "[".repeat(1_000_000),
            "{\"a\":".repeat(500_000),
            "{" + "\"personId\":\"anna\",".repeat(100_000) + "\"a\":1}",
            "\ufeff{}");

    for (String path : List.of("faces", "face/delete", "face/add", "group/persons")) {
      for (String body : bodies) {
        String responses =
            servers.responses(RawHttp.post("/green/sface/" + path, body).getBytes(UTF_8));

        assertThat(responses).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Property
  void respondsToModifiedRequests(@ForAll("changed") byte[] request) throws IOException {
    assertThat(servers.responses(request)).doesNotContain("HTTP/1.1 500");
  }

  @Property
  void respondsToAnyBytes(@ForAll byte[] request) throws IOException {
    assertThat(servers.responses(request)).doesNotContain("HTTP/1.1 200");
  }

  @Property
  void respondsToAnyTargetAndHeaders(
      @ForAll("methods") String method,
      @ForAll("targets") String target,
      @ForAll("headers") Map<String, String> headers)
      throws IOException {
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    String request =
        "%s %s HTTP/1.1\r\n%scontent-length: 2\r\n\r\n{}".formatted(method, target, lines);

    assertThat(servers.responses(request.getBytes(ISO_8859_1))).isNotEmpty();
  }

  /** Without HTTP, so that headers can contain characters that Jetty rejects. */
  @Property
  void rejectsAnyUnsignedHeaders(
      @ForAll("headers") Map<String, String> headers, @ForAll("targets") String target) {
    TestClock clock = TestClock.at(ComposedRequest.NOW);
    AccessKeys keys =
        AccessKeys.builder()
            .permanent(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
            .build();
    String[] parts = target.split("\\?", 2);
    Map<String, List<String>> received = new HashMap<>();
    headers.forEach((name, value) -> received.put(name, List.of(value)));
    ReceivedRequest request =
        new ReceivedRequest(
            "POST", parts[0], parts.length > 1 ? parts[1] : "", received, new byte[2]);

    Optional<GatewayError> api =
        new AcsAuthenticator(keys, clock, SignaturePolicy.LENIENT).authenticate(request);
    Optional<GatewayError> objects = new OssAuthenticator(keys, clock).authenticate(request);

    assertThat(api.orElseThrow().status()).isBetween(400, 499);
    assertThat(objects.orElseThrow().status()).isBetween(400, 499);
  }

  @Provide
  Arbitrary<byte[]> changed() {
    Arbitrary<Change> changes =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(TOKENS),
                Arbitraries.integers().between(0, 4))
            .as(Change::new);
    return Combinators.combine(
            Arbitraries.of(FuzzedServers.requests()), changes.list().ofMinSize(1).ofMaxSize(5))
        .as(
            (request, list) -> {
              byte[] whole = request;
              for (Change change : list) {
                whole = change.of(whole);
              }
              return whole;
            });
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("POST", "PUT", "GET", "HEAD", "DELETE", "OPTIONS", "TRACE", "PATCH", "X");
  }

  @Provide
  Arbitrary<String> targets() {
    List<String> pieces =
        new ArrayList<>(List.of("face-library-uploads", "upload", "green", "sface"));
    pieces.addAll(List.of("faces", "person", "admin", "ClientInfo", "a", "b"));
    pieces.addAll(Arrays.asList(TOKENS).subList(7, 24));
    return Arbitraries.of(pieces).list().ofMaxSize(8).map(list -> "/" + String.join("", list));
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    List<String> pieces = new ArrayList<>(Arrays.asList(TOKENS).subList(4, 33));
    pieces.addAll(
        List.of(
            "acs ",
            "OSS ",
            "OSS4-HMAC-SHA256 ",
            "ACS3-HMAC-SHA256 ",
            "Credential=",
            "SignedHeaders=",
            "Signature=",
            ComposedRequest.KEY_ID,
            "2018-05-09",
            ComposedRequest.NOW,
            "Tue, 24 Nov 2026 12:00:00 GMT",
            "20261124T120000Z",
            "host",
            "AAAA",
            "\u00ff",
            "HMAC-SHA1",
            "face-library-uploads."));
    Arbitrary<String> values =
        Arbitraries.of(pieces).list().ofMaxSize(8).map(list -> String.join("", list));
    return Arbitraries.maps(Arbitraries.of(NAMES), values).ofMaxSize(8);
  }

  /** One change at a random position of a request. */
  private record Change(double where, String token, int kind) {
    byte[] of(byte[] request) {
      int at = (int) (where * request.length);
      int until = kind == 0 ? at : Math.min(request.length, at + (1 << kind));
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(request, 0, at);
      changed.writeBytes(token.getBytes(ISO_8859_1));
      changed.write(request, until, request.length - until);
      return changed.toByteArray();
    }
  }
}
