package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.FaceImage;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import io.facelibrary.testkit.TestImages;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes of an add whose response was lost, or cannot be understood. */
class LostAddResolverTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final String KEY =
      "upload/2026/images/facelibrary-0123456789abcdef0123456789abcdef.png";
  private static final String OTHER_KEY =
      "upload/2026/images/facelibrary-fedcba9876543210fedcba9876543210.jpg";
  private static final StubGreen.Response NO_RESPONSE =
      StubGreen.Response.of(502, "<html>Bad Gateway");
  private static final String UNRESOLVED = "UNAVAILABLE UNKNOWN HTTP 502";

  private final StubGreen green = new StubGreen();
  private final GreenClient client = GreenClients.of(green.endpoint());

  /** Uploads nothing, and returns the URLs that a test sets. */
  private record StubUploads(Deque<String> urls) implements Uploads {
    @Override
    public URI put(Operation during, FaceImage.Bytes image) {
      return URI.create(urls.remove());
    }

    @Override
    public void close() {
      // There is nothing to free.
    }
  }

  @AfterEach
  void stop() {
    client.close();
    green.close();
  }

  @Test
  void addsEveryImageInOrderWhenAllFacesExist() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(
        GreenPaths.GET_FACES,
        faces(
            "7 http://a.b/alice.png",
            "31842550077981746 oss://b/" + OTHER_KEY,
            "21 oss://b/" + KEY));

    String outcome = addUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY);

    assertThat(outcome).isEqualTo("added 21, added 31842550077981746");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(1);
    assertThat(green.onlyRequest(GreenPaths.GET_FACES).json())
        .hasToString("{\"personId\":\"person1\"}");
  }

  @Test
  void reportsTheOriginalFailureWhenOnlySomeFacesExist() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY)).isEqualTo(UNRESOLVED);
    assertThat(addUploads("oss://b/" + OTHER_KEY, "oss://b/" + KEY)).isEqualTo(UNRESOLVED);
  }

  @Test
  void reportsTheOriginalFailureWhenNoFaceExists() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, faces("7", "8 ", "9 oss://b/not a uri"));

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo(UNRESOLVED);
  }

  static Stream<StubGreen.Response> failedQueries() {
    return Stream.of(
        StubGreen.Response.error(588, "EXCEED_QUOTA"),
        StubGreen.Response.error(400, "The person is not exist!"),
        StubGreen.Response.of(502, ""),
        StubGreen.Response.ok("{\"code\":200,\"msg\":\"OK\"}"));
  }

  @ParameterizedTest
  @MethodSource("failedQueries")
  void reportsTheOriginalFailureWhenTheQueryFails(StubGreen.Response reply) {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, reply);

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo(UNRESOLVED);
    assertThat(green.requests(GreenPaths.GET_FACES)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oss://b/" + KEY,
        "oss://b.oss-cn-shanghai.aliyuncs.com/" + KEY,
        "http://b.oss-cn-shanghai-internal.aliyuncs.com/" + KEY,
        "https://b.oss-cn-shanghai.aliyuncs.com/"
            + KEY
            + "?Expires=1561000000&OSSAccessKeyId=STS.invented&Signature=a%2Fb%3D"
      })
  void recognizesAnImageInEachFormOfItsUrl(String url) {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, faces("21 " + url));

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void ignoresAFaceThatTheServiceReportsAsNotFound() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(
        GreenPaths.GET_FACES,
        StubGreen.Response.success(
            "{\"faceImageItems\":[{\"success\":false,\"faceId\":21,\"url\":\"oss://b/"
                + KEY
                + "\"}]}"));

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo(UNRESOLVED);
  }

  @ParameterizedTest
  @ValueSource(ints = {280, 500, 503, 580, 581, 599})
  void resolvesEachStatusThatLeavesTheEffectUnknown(int code) {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.error(code, "sorry"));
    green.respond(GreenPaths.GET_PERSON, StubGreen.Response.success("{\"personId\":\"person1\"}"));
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void queriesNothingForImagesAtUrlsOfTheUser() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    // The name is one of an upload, but the image was not uploaded for this call.
    assertThat(add(List.of(FaceImage.at("oss://b/" + KEY)))).isEqualTo(UNRESOLVED);
    assertThat(green.requests()).hasSize(1);
  }

  @Test
  void queriesNothingWhenOneImageOfManyIsAtAUrlOfTheUser() {
    green.respond(GreenPaths.ADD_FACES, NO_RESPONSE);
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY, "22 http://a.b/alice.png"));

    String outcome = add(List.of(image(), FaceImage.at("http://a.b/alice.png")), "oss://b/" + KEY);

    assertThat(outcome).isEqualTo(UNRESOLVED);
    assertThat(green.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {588, 596})
  void queriesNothingAfterARefusalThatChangedNothing(int code) {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.error(code, "refused"));
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addUploads("oss://b/" + KEY)).endsWith(" NONE " + code);
    assertThat(green.requests()).hasSize(1);
  }

  @Test
  void resolvesAResponseThatDoesNotListEachFace() {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.success("{\"faceImageItems\":[]}"));
    green.respond(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void resolvesTheAddAfterAFullPersonWasRefused() {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.error(400, "PARAM ERROR"), NO_RESPONSE);
    green.respond(GreenPaths.GET_PERSON, StubGreen.Response.success("{\"personId\":\"person1\"}"));
    String[] before =
        IntStream.rangeClosed(1, 19).mapToObj(Integer::toString).toArray(String[]::new);
    green.respond(
        GreenPaths.GET_FACES,
        faces(before),
        faces(
            Stream.concat(Stream.of(before), Stream.of("21 oss://b/" + KEY))
                .toArray(String[]::new)));

    String outcome = addUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY);

    assertThat(outcome).isEqualTo("added 21, rejected QUOTA_EXCEEDED");
  }

  private String addUploads(String... urls) {
    List<FaceImage> images = Stream.of(urls).map(it -> image()).toList();
    return add(images, urls);
  }

  private String add(List<FaceImage> images, String... urls) {
    ErrorInterpreter errors = new ErrorInterpreter(client);
    AddFacesCall call =
        new AddFacesCall(
            client,
            errors,
            new FaceCalls(client, errors),
            new ImageSources(new StubUploads(new ArrayDeque<>(List.of(urls)))));
    return OutcomeText.of(() -> call.add(AddFaces.of(PERSON, images)));
  }

  private static FaceImage image() {
    return TestImages.ofSize(1_000);
  }

  /** Returns a response of GetFaces; each face is an id, then a blank and the URL of its image. */
  private static StubGreen.Response faces(String... faces) {
    return StubGreen.Response.success(
        Stream.of(faces)
            .map(LostAddResolverTest::item)
            .collect(Collectors.joining(",", "{\"faceImageItems\":[", "]}")));
  }

  private static String item(String face) {
    int blank = face.indexOf(' ');
    return blank < 0
        ? "{\"success\":true,\"faceId\":" + face + "}"
        : "{\"success\":true,\"faceId\":%s,\"url\":\"%s\"}"
            .formatted(face.substring(0, blank), face.substring(blank + 1));
  }
}
