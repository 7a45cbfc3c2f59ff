package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Clock;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For every body, the result is one of the protocol, and no exception escapes. */
class BadBodiesPropertyTest {
  private static final String[] FIELDS = {
    "personId",
    "groupIds",
    "groupId",
    "faceIds",
    "urls",
    "name",
    "note",
    "currentPage",
    "pageSize",
    "scenes",
    "tasks",
    "extras",
    "url",
    "dataId"
  };

  private final OperationDispatcher operations = operations();

  private static OperationDispatcher operations() {
    FaceLibrary library = InMemoryFaceLibrary.builder().greenLimits().open();
    library.addPerson(AddPerson.of(PersonId.of("anna")));
    UploadedObjects none =
        new UploadedObjects(UploadLimits.defaults(), "bucket", Clock.systemUTC());
    return HandlerWiring.operations(
        library,
        ProtocolAssumptions.defaults(),
        new ImageResolver(library.capabilities(), none, Optional.empty()),
        new FaceSourceUrls(1000),
        request -> new OperationResult.Failed(GreenCode.GENERAL_ERROR, "uploads are disabled"));
  }

  @Property(tries = 1000)
  void respondsToAnyBytes(@ForAll GreenOperation operation, @ForAll byte[] body) {
    assertResponse(operation, body);
  }

  @Property(tries = 1000)
  void respondsToAnyObject(@ForAll GreenOperation operation, @ForAll("objects") String body) {
    assertResponse(operation, body.getBytes(UTF_8));
  }

  private void assertResponse(GreenOperation operation, byte[] body) {
    OperationResult response = operations.dispatch(operation, body);

    String written = new String(Envelope.of(response, "R-1"), UTF_8);
    int code = JsonParser.parseString(written).getAsJsonObject().get("code").getAsInt();
    boolean uploads = operation == GreenOperation.UPLOAD_CREDENTIALS;
    assertThat(code).as(written).isIn(uploads ? new Object[] {400, 500} : new Object[] {200, 400});
    assertThat(written).doesNotContain("Exception");
  }

  @Provide
  Arbitrary<String> objects() {
    return object(values(3));
  }

  private static Arbitrary<String> object(Arbitrary<String> values) {
    Arbitrary<String> members =
        Combinators.combine(Arbitraries.of(FIELDS), values)
            .as((field, value) -> "\"" + field + "\":" + value);
    return members.list().ofMaxSize(6).map(list -> "{" + String.join(",", list) + "}");
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> plain =
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"anna\"",
            "\"sface-n\"",
            "\"oss://bucket/x\"",
            "\"oss://\"",
            "\"https://example.com/a.jpg\"",
            "\"\\ud800\"",
            "\"a b\"",
            "\"\\u0000\"",
            "12345678901234567");
    if (depth == 0) {
      return plain;
    }
    Arbitrary<String> array =
        Arbitraries.lazy(() -> values(depth - 1))
            .list()
            .ofMaxSize(4)
            .map(list -> "[" + String.join(",", list) + "]");
    return Arbitraries.oneOf(plain, array, Arbitraries.lazy(() -> object(values(depth - 1))));
  }
}
