package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that checks signatures and one that does not, and what neither may ever say. */
final class FuzzedServers implements AutoCloseable {
  static final String PERSON = "/green/sface/person";
  static final String OBJECT = "/face-library-uploads/upload/1.png";
  private static final String ANNA = "{\"personId\":\"anna\"}";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  // The two that blame the client: what it asks for, or its version of HTTP, is not served.
  private static final Set<Integer> BLAMING = Set.of(501, 505);

  private final GreenServer open;
  private final GreenServer gated;

  FuzzedServers() {
    FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();
    library.addPerson(AddPerson.of(PersonId.of("anna")));
    open = builder(library).anonymous().start();
    gated = builder(library).credentials(Sent.KEY_ID, Secret.of(Sent.SECRET)).start();
  }

  private static GreenServer.Builder builder(FaceLibrary library) {
    HttpLimits limits =
        HttpLimits.defaults().withHead(PATIENCE).withBody(PATIENCE).withIdle(PATIENCE);
    return GreenServer.builder()
        .library(library)
        .clock(new SettableClock(Instant.parse(Sent.NOW)))
        .httpLimits(limits);
  }

  /** Requests that are served as they are: each signature, and each kind of body. */
  static List<byte[]> requests() {
    Sent acs =
        Sent.post(PERSON)
            .body(ANNA)
            .md5()
            .with("host", "a")
            .with("accept", "application/json")
            .with("date", "Tue, 24 Nov 2026 12:00:00 GMT")
            .with("x-acs-version", "2018-05-09")
            .query("ClientInfo=a%20b&RegionId=")
            .signedAcs(Sent.SECRET, PERSON + "?ClientInfo=a b&RegionId=");
    Sent acs3 = Acs3Signing.request(PERSON, ANNA).without("x-acs-signature-nonce");
    Sent oss =
        Sent.put(OBJECT)
            .body("picture")
            .md5()
            .with("host", "a")
            .with("content-type", "image/png")
            .with("date", "Tue, 24 Nov 2026 12:00:00 GMT");
    return List.of(
        acs.onTheWire(),
        Acs3Signing.sign(acs3, PERSON, "", ANNA).onTheWire(),
        OssRequests.signedV1(oss, Sent.SECRET, oss.header("date"), OBJECT).onTheWire(),
        ("POST /green/image/scan HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "10\r\n{\"scenes\":[\"sfac\r\n35\r\ne-n\"],\"tasks\":[{\"url\":\"u\","
                + "\"extras\":{\"groupId\":\"g\"}}]}\r\n0\r\n\r\n")
            .getBytes(ISO_8859_1));
  }

  /** Sends bytes to both servers, sees that neither misbehaves, and returns what they said. */
  String answers(byte[] request) throws IOException {
    return answers(open, request) + answers(gated, request);
  }

  private static String answers(GreenServer server, byte[] request) throws IOException {
    String answers;
    try (RawHttp connection = new RawHttp(server.uri())) {
      send(connection, request);
      answers = connection.endOfRequests().untilClosed();
    }
    Matcher statuses = STATUS.matcher(answers);
    while (statuses.find()) {
      int status = Integer.parseInt(statuses.group(1));
      assertThat(status < 500 || BLAMING.contains(status)).as(answers).isTrue();
    }
    assertThat(answers)
        .doesNotContain(
            "Exception", "\tat ", "io.facelibrary", "org.eclipse", "java.", "fasterxml");
    return answers;
  }

  private static void send(RawHttp connection, byte[] request) throws IOException {
    try {
      connection.send(request);
    } catch (SocketException e) {
      // The server need not read to the end what it has refused.
      assertThat(request).isNotEmpty();
    }
  }

  @Override
  public void close() {
    open.close();
    gated.close();
  }
}
