package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made of what the service leaves open about faces. */
class FacesBehaviourTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final StubGreen.Reply THERE = StubGreen.Reply.done("{\"personId\":\"person1\"}");
  private static final StubGreen.Reply NOT_THERE =
      StubGreen.Reply.refused(400, "The person is not exist!");
  private static final StubGreen.Reply ODD = StubGreen.Reply.refused(400, "PARAM ERROR");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void tellsAFullPersonFromABadPicture() {
    green.answers(GreenPaths.ADD_FACES, items("true,\"faceId\":21", "false", "false"));
    green.answers(GreenPaths.GET_FACES, held(20));

    assertThat(added(3)).isEqualTo("added 21, rejected QUOTA_EXCEEDED, rejected QUOTA_EXCEEDED");
  }

  @Test
  void blamesThePictureWhileThePersonHasRoom() {
    green.answers(GreenPaths.ADD_FACES, items("true,\"faceId\":21", "false"));
    green.answers(GreenPaths.GET_FACES, held(19));

    assertThat(added(2)).isEqualTo("added 21, rejected IMAGE_REJECTED");
  }

  @Test
  void blamesThePictureAfterWhichAnotherWasAdded() {
    green.answers(GreenPaths.ADD_FACES, items("false", "true,\"faceId\":21"));
    green.answers(GreenPaths.GET_FACES, held(20));

    assertThat(added(2)).isEqualTo("rejected IMAGE_REJECTED, added 21");
  }

  @Test
  void blamesThePictureWhenTheFacesCannotBeCounted() {
    green.answers(GreenPaths.ADD_FACES, items("false"));
    green.answers(GreenPaths.GET_FACES, StubGreen.Reply.refused(500, "GENERAL_ERROR"));

    assertThat(added(1)).isEqualTo("rejected IMAGE_REJECTED");
  }

  @Test
  void addsWhatFitsWhenAllAreRefusedForWantOfRoom() {
    green.answers(GreenPaths.ADD_FACES, ODD, items("true,\"faceId\":20"));
    green.answers(GreenPaths.GET_FACES, held(19));
    green.answers(GreenPaths.GET_PERSON, THERE);

    assertThat(added(3)).isEqualTo("added 20, rejected QUOTA_EXCEEDED, rejected QUOTA_EXCEEDED");
    assertThat(green.asked(GreenPaths.ADD_FACES)).hasSize(2);
  }

  @Test
  void addsNothingToAPersonThatIsFull() {
    green.answers(GreenPaths.ADD_FACES, ODD);
    green.answers(GreenPaths.GET_FACES, held(20));
    green.answers(GreenPaths.GET_PERSON, THERE);

    assertThat(added(1)).isEqualTo("rejected QUOTA_EXCEEDED");
    assertThat(green.asked(GreenPaths.ADD_FACES)).hasSize(1);
  }

  @Test
  void asksForThePersonWhenARefusalDoesNotSay() {
    green.answers(GreenPaths.ADD_FACES, ODD);
    green.answers(GreenPaths.GET_PERSON, NOT_THERE);

    assertThat(added(1)).isEqualTo("NOT_FOUND NONE 400");
  }

  @Test
  void leavesAnUnknownFateUnknownForPicturesOfTheUser() {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.refused(580, "DB_FAILED"));

    assertThat(added(1)).isEqualTo("UNAVAILABLE UNKNOWN 580");
    assertThat(green.asked()).hasSize(1);
  }

  @Test
  void deletesManyFacesInParts() {
    green.answersBy(GreenPaths.DELETE_FACES, FacesBehaviourTest::deletedAll);

    String told = deleted(45);

    assertThat(told.split(", ", -1)).hasSize(45).allMatch(it -> it.startsWith("deleted "));
    assertThat(green.asked(GreenPaths.DELETE_FACES).stream().map(it -> it.json().path("faceIds")))
        .extracting(it -> it.size())
        .containsExactly(20, 20, 5);
  }

  @Test
  void saysThatSomeFacesAreDeletedWhenALaterPartIsRefused() {
    StubGreen.Reply first = deletedAll(1, 20);
    green.answers(GreenPaths.DELETE_FACES, first, StubGreen.Reply.refused(588, "EXCEED_QUOTA"));

    assertThat(deleted(21)).isEqualTo("THROTTLED PARTIAL 588");
  }

  @Test
  void saysThatTheFateIsUnknownWhenThatOfALaterPartIs() {
    StubGreen.Reply first = deletedAll(1, 20);
    green.answers(GreenPaths.DELETE_FACES, first, StubGreen.Reply.refused(580, "DB_FAILED"));

    assertThat(deleted(21)).isEqualTo("UNAVAILABLE UNKNOWN 580");
  }

  @Test
  void sendsNoFaceIdThatTheServiceCannotHaveIssued() {
    green.answers(GreenPaths.DELETE_FACES, deletedAll(7, 7));
    List<FaceId> faces = List.of(FaceId.of("not-a-number"), FaceId.of("7"), FaceId.of("007"));

    String told = Told.by(() -> library.deleteFaces(new DeleteFaces(PERSON, faces)));

    assertThat(told).isEqualTo("absent not-a-number, deleted 7, absent 007");
    assertThat(green.onlyAsked(GreenPaths.DELETE_FACES).json().path("faceIds"))
        .hasToString("[\"7\"]");
  }

  @Test
  void asksForThePersonWhenNoFaceIdCanBeSent() {
    green.answers(GreenPaths.GET_FACES, NOT_THERE);

    String told =
        Told.by(() -> library.deleteFaces(DeleteFaces.of(PERSON, FaceId.of("not-a-number"))));

    assertThat(told).isEqualTo("NOT_FOUND NONE 400");
    assertThat(green.asked(GreenPaths.DELETE_FACES)).isEmpty();
  }

  @Test
  void queriesMoreFacesThanAPersonHoldsByAskingForAll() {
    green.answers(GreenPaths.GET_FACES, held(2));

    String told = Told.by(() -> library.queryFaces(QueryFaces.of(PERSON, ids(1, 21))));

    assertThat(told).startsWith("1, 2, missing 3").endsWith("missing 21");
    assertThat(green.onlyAsked(GreenPaths.GET_FACES).json().has("faceIds")).isFalse();
  }

  private String added(int pictures) {
    List<FaceImage> images =
        IntStream.range(0, pictures).mapToObj(i -> Images.at("http://a.b/" + i)).toList();
    return Told.by(() -> library.addFaces(new AddFaces(PERSON, images)));
  }

  private String deleted(int faces) {
    return Told.by(() -> library.deleteFaces(new DeleteFaces(PERSON, ids(1, faces))));
  }

  private static List<FaceId> ids(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(id -> FaceId.of("" + id)).toList();
  }

  private static StubGreen.Reply items(String... successes) {
    return StubGreen.Reply.done(
        List.of(successes).stream()
            .map(success -> "{\"success\":" + success + "}")
            .collect(Collectors.joining(",", "{\"faceImageItems\":[", "]}")));
  }

  private static StubGreen.Reply held(int faces) {
    return StubGreen.Reply.done(
        ids(1, faces).stream()
            .map(id -> "{\"success\":true,\"faceId\":" + id + "}")
            .collect(Collectors.joining(",", "{\"faceImageItems\":[", "]}")));
  }

  private static StubGreen.Reply deletedAll(StubGreen.Asked asked) {
    return StubGreen.Reply.done("{\"faceIds\":" + asked.json().path("faceIds") + "}");
  }

  private static StubGreen.Reply deletedAll(long from, long to) {
    return StubGreen.Reply.done("{\"faceIds\":" + ids(from, to) + "}");
  }
}
