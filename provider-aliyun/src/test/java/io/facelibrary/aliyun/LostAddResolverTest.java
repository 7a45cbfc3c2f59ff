package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.FaceImage;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.testkit.TestPictures;
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

/** What becomes of an add that got no answer which can be understood. */
class LostAddResolverTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final String KEY =
      "upload/2026/images/facelibrary-0123456789abcdef0123456789abcdef.png";
  private static final String OTHER_KEY =
      "upload/2026/images/facelibrary-fedcba9876543210fedcba9876543210.jpg";
  private static final StubGreen.Reply NO_ANSWER = StubGreen.Reply.of(502, "<html>Bad Gateway");
  private static final String UNSETTLED = "UNAVAILABLE UNKNOWN HTTP 502";

  private final StubGreen green = new StubGreen();
  private final GreenClient client = Clients.of(green.endpoint());

  /** Uploads nothing, and says that pictures are where it was told. */
  private record ToldUploads(Deque<String> addresses) implements Uploads {
    @Override
    public URI put(Operation during, FaceImage.Bytes picture) {
      return URI.create(addresses.remove());
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
  void addsEveryPictureInItsOrderWhenAllAreThere() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(
        GreenPaths.GET_FACES,
        faces(
            "7 http://a.b/alice.png",
            "31842550077981746 oss://b/" + OTHER_KEY,
            "21 oss://b/" + KEY));

    String told = addedUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY);

    assertThat(told).isEqualTo("added 21, added 31842550077981746");
    assertThat(green.asked(GreenPaths.ADD_FACES)).hasSize(1);
    assertThat(green.onlyAsked(GreenPaths.GET_FACES).json())
        .hasToString("{\"personId\":\"person1\"}");
  }

  @Test
  void saysWhatTheFirstCallSaidWhenOnlySomeAreThere() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addedUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY)).isEqualTo(UNSETTLED);
    assertThat(addedUploads("oss://b/" + OTHER_KEY, "oss://b/" + KEY)).isEqualTo(UNSETTLED);
  }

  @Test
  void saysWhatTheFirstCallSaidWhenNoneIsThere() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, faces("7", "8 ", "9 oss://b/not a uri"));

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo(UNSETTLED);
  }

  static Stream<StubGreen.Reply> noFaces() {
    return Stream.of(
        StubGreen.Reply.refused(588, "EXCEED_QUOTA"),
        StubGreen.Reply.refused(400, "The person is not exist!"),
        StubGreen.Reply.of(502, ""),
        StubGreen.Reply.ok("{\"code\":200,\"msg\":\"OK\"}"));
  }

  @ParameterizedTest
  @MethodSource("noFaces")
  void saysWhatTheFirstCallSaidWhenAskingFails(StubGreen.Reply reply) {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, reply);

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo(UNSETTLED);
    assertThat(green.asked(GreenPaths.GET_FACES)).hasSize(1);
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
  void knowsAPictureAgainInEachFormOfItsAddress(String address) {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, faces("21 " + address));

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void takesNoFaceThatTheServiceSaysItDidNotFind() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(
        GreenPaths.GET_FACES,
        StubGreen.Reply.done(
            "{\"faceImageItems\":[{\"success\":false,\"faceId\":21,\"url\":\"oss://b/"
                + KEY
                + "\"}]}"));

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo(UNSETTLED);
  }

  @ParameterizedTest
  @ValueSource(ints = {280, 500, 503, 580, 581, 599})
  void settlesEachStatusThatLeavesTheFateOpen(int code) {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.refused(code, "sorry"));
    green.answers(GreenPaths.GET_PERSON, StubGreen.Reply.done("{\"personId\":\"person1\"}"));
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void asksNobodyAboutPicturesAtAddressesOfTheUser() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    // The name is one of ours, and yet the picture was not uploaded for this call.
    assertThat(added(List.of(Images.at("oss://b/" + KEY)))).isEqualTo(UNSETTLED);
    assertThat(green.asked()).hasSize(1);
  }

  @Test
  void asksNobodyWhenOnePictureOfManyIsAtAnAddressOfTheUser() {
    green.answers(GreenPaths.ADD_FACES, NO_ANSWER);
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY, "22 http://a.b/alice.png"));

    String told = added(List.of(picture(), Images.at("http://a.b/alice.png")), "oss://b/" + KEY);

    assertThat(told).isEqualTo(UNSETTLED);
    assertThat(green.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {588, 596})
  void asksNobodyAboutARefusalThatChangedNothing(int code) {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.refused(code, "refused"));
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addedUploads("oss://b/" + KEY)).endsWith(" NONE " + code);
    assertThat(green.asked()).hasSize(1);
  }

  @Test
  void settlesAnAnswerThatDoesNotNameEachFace() {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.done("{\"faceImageItems\":[]}"));
    green.answers(GreenPaths.GET_FACES, faces("21 oss://b/" + KEY));

    assertThat(addedUploads("oss://b/" + KEY)).isEqualTo("added 21");
  }

  @Test
  void settlesWhatWasAddedAfterAFullPersonWasRefused() {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.refused(400, "PARAM ERROR"), NO_ANSWER);
    green.answers(GreenPaths.GET_PERSON, StubGreen.Reply.done("{\"personId\":\"person1\"}"));
    String[] before =
        IntStream.rangeClosed(1, 19).mapToObj(Integer::toString).toArray(String[]::new);
    green.answers(
        GreenPaths.GET_FACES,
        faces(before),
        faces(
            Stream.concat(Stream.of(before), Stream.of("21 oss://b/" + KEY))
                .toArray(String[]::new)));

    String told = addedUploads("oss://b/" + KEY, "oss://b/" + OTHER_KEY);

    assertThat(told).isEqualTo("added 21, rejected QUOTA_EXCEEDED");
  }

  private String addedUploads(String... addresses) {
    List<FaceImage> pictures = Stream.of(addresses).map(it -> picture()).toList();
    return added(pictures, addresses);
  }

  private String added(List<FaceImage> pictures, String... addresses) {
    ErrorInterpreter refusals = new ErrorInterpreter(client);
    AddFacesCall call =
        new AddFacesCall(
            client,
            refusals,
            new FaceCalls(client, refusals),
            new ImageSources(new ToldUploads(new ArrayDeque<>(List.of(addresses)))));
    return Told.by(() -> call.add(new AddFaces(PERSON, pictures)));
  }

  private static FaceImage picture() {
    return TestPictures.ofSize(1_000);
  }

  /** The answer of GetFaces; each face is an id, and after a blank where its picture is. */
  private static StubGreen.Reply faces(String... faces) {
    return StubGreen.Reply.done(
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
