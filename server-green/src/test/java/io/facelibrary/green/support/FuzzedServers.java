package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.green.GreenServer;
import io.facelibrary.green.HttpLimits;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that checks signatures and one that does not, and the rules for all their responses. */
public final class FuzzedServers implements AutoCloseable {
  public static final String PERSON = "/green/sface/person";
  public static final String OBJECT = "/face-library-uploads/upload/1.png";
  private static final String ANNA = "{\"personId\":\"anna\"}";
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  // These two blame the client: the requested feature or HTTP version is not supported.
  private static final Set<Integer> CLIENT_ERRORS_ABOVE_500 = Set.of(501, 505);

  private final GreenServer open;
  private final GreenServer signed;

  public FuzzedServers() {
    FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();
    library.addPerson(AddPerson.of(PersonId.of("anna")));
    open = builder(library).anonymous().start();
    signed =
        builder(library)
            .credentials(ComposedRequest.KEY_ID, Secret.of(ComposedRequest.SECRET))
            .start();
  }

  private static GreenServer.Builder builder(FaceLibrary library) {
    HttpLimits limits =
        HttpLimits.defaults()
            .withHeaderTimeout(TIMEOUT)
            .withBodyTimeout(TIMEOUT)
            .withIdleTimeout(TIMEOUT);
    return GreenServer.builder()
        .library(library)
        .clock(TestClock.at(ComposedRequest.NOW))
        .httpLimits(limits);
  }

  /** Returns valid requests: one for each signature and each kind of body. */
  public static List<byte[]> requests() {
    ComposedRequest acs =
        ComposedRequest.post(PERSON)
            .body(ANNA)
            .md5()
            .with("host", "a")
            .with("accept", "application/json")
            .with("date", "Tue, 24 Nov 2026 12:00:00 GMT")
            .with("x-acs-version", "2018-05-09")
            .query("ClientInfo=a%20b&RegionId=")
            .signedAcs(ComposedRequest.SECRET, PERSON + "?ClientInfo=a b&RegionId=");
    ComposedRequest acs3 = Acs3Signing.request(PERSON, ANNA).without("x-acs-signature-nonce");
    ComposedRequest oss =
        ComposedRequest.put(OBJECT)
            .body("image")
            .md5()
            .with("host", "a")
            .with("content-type", "image/png")
            .with("date", "Tue, 24 Nov 2026 12:00:00 GMT");
    return List.of(
        acs.bytes(),
        Acs3Signing.sign(acs3, PERSON, "", ANNA).bytes(),
        OssSigning.signedV1(oss, ComposedRequest.SECRET, oss.header("date"), OBJECT).bytes(),
        ("POST /green/image/scan HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "10\r\n{\"scenes\":[\"sfac\r\n35\r\ne-n\"],\"tasks\":[{\"url\":\"u\","
                + "\"extras\":{\"groupId\":\"g\"}}]}\r\n0\r\n\r\n")
            .getBytes(ISO_8859_1));
  }

  /** Sends bytes to both servers, checks their responses, and returns these. */
  public String responses(byte[] request) throws IOException {
    return responses(open, request) + responses(signed, request);
  }

  private static String responses(GreenServer server, byte[] request) throws IOException {
    String responses;
    try (RawHttp connection = new RawHttp(server.uri())) {
      // The server may close the connection before it has read a rejected request.
      connection.trySend(request);
      responses = connection.endOfRequests().untilClosed();
    }
    Matcher statuses = STATUS.matcher(responses);
    while (statuses.find()) {
      int status = Integer.parseInt(statuses.group(1));
      assertThat(status < 500 || CLIENT_ERRORS_ABOVE_500.contains(status)).as(responses).isTrue();
    }
    assertThat(responses)
        .doesNotContain(
            "Exception", "\tat ", "io.facelibrary", "org.eclipse", "java.", "fasterxml");
    return responses;
  }

  @Override
  public void close() {
    open.close();
    signed.close();
  }
}
