package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outcomes of calls on faces where the documentation of the service is silent. */
class FacesBehaviorTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final StubGreen.Response EXISTS =
      StubGreen.Response.success("{\"personId\":\"person1\"}");
  private static final StubGreen.Response MISSING =
      StubGreen.Response.error(400, "The person is not exist!");
  private static final StubGreen.Response UNSPECIFIC = StubGreen.Response.error(400, "PARAM ERROR");

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  @Test
  void distinguishesAFullPersonFromAnUnsuitableImage() {
    green.respond(GreenPaths.ADD_FACES, items("true,\"faceId\":21", "false", "false"));
    green.respond(GreenPaths.GET_FACES, held(20));

    assertThat(add(3)).isEqualTo("added 21, rejected QUOTA_EXCEEDED, rejected QUOTA_EXCEEDED");
  }

  @Test
  void blamesTheImageWhileThePersonIsNotFull() {
    green.respond(GreenPaths.ADD_FACES, items("true,\"faceId\":21", "false"));
    green.respond(GreenPaths.GET_FACES, held(19));

    assertThat(add(2)).isEqualTo("added 21, rejected IMAGE_REJECTED");
  }

  @Test
  void blamesTheImageBeforeOneThatWasAdded() {
    green.respond(GreenPaths.ADD_FACES, items("false", "true,\"faceId\":21"));
    green.respond(GreenPaths.GET_FACES, held(20));

    assertThat(add(2)).isEqualTo("rejected IMAGE_REJECTED, added 21");
  }

  @Test
  void blamesTheImageWhenTheFacesCannotBeCounted() {
    green.respond(GreenPaths.ADD_FACES, items("false"));
    green.respond(GreenPaths.GET_FACES, StubGreen.Response.error(500, "GENERAL_ERROR"));

    assertThat(add(1)).isEqualTo("rejected IMAGE_REJECTED");
  }

  @Test
  void addsAsManyAsFitWhenAllAreRefusedBecauseThePersonIsFull() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC, items("true,\"faceId\":20"));
    green.respond(GreenPaths.GET_FACES, held(19));
    green.respond(GreenPaths.GET_PERSON, EXISTS);

    assertThat(add(3)).isEqualTo("added 20, rejected QUOTA_EXCEEDED, rejected QUOTA_EXCEEDED");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(2);
  }

  @Test
  void addsNothingToAPersonThatIsFull() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC);
    green.respond(GreenPaths.GET_FACES, held(20));
    green.respond(GreenPaths.GET_PERSON, EXISTS);

    assertThat(add(1)).isEqualTo("rejected QUOTA_EXCEEDED");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(1);
  }

  @Test
  void addsAllWhenAFaceIsDeletedBetweenTheRefusalAndTheCount() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC, items("true,\"faceId\":20"));
    green.respond(GreenPaths.GET_FACES, held(19));
    green.respond(GreenPaths.GET_PERSON, EXISTS);

    assertThat(add(1)).isEqualTo("added 20");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(2);
  }

  @Test
  void rejectsEveryImageWhenThePersonIsFullAgainAtTheFurtherAttempt() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC);
    green.respond(GreenPaths.GET_FACES, held(19), held(20));
    green.respond(GreenPaths.GET_PERSON, EXISTS);

    assertThat(add(2)).isEqualTo("rejected QUOTA_EXCEEDED, rejected QUOTA_EXCEEDED");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(2);
  }

  @Test
  void throwsTheRefusalOfAPersonWithRoomAfterOneFurtherAttempt() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC);
    green.respond(GreenPaths.GET_FACES, held(0));
    green.respond(GreenPaths.GET_PERSON, EXISTS);

    assertThat(add(2)).isEqualTo("INVALID_REQUEST NONE 400");
    assertThat(green.requests(GreenPaths.ADD_FACES)).hasSize(2);
  }

  @Test
  void queriesThePersonWhenARefusalDoesNotMentionIt() {
    green.respond(GreenPaths.ADD_FACES, UNSPECIFIC);
    green.respond(GreenPaths.GET_PERSON, MISSING);

    assertThat(add(1)).isEqualTo("NOT_FOUND NONE 400");
  }

  @Test
  void keepsAnUnknownEffectUnknownForImagesAtUrlsOfTheUser() {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.error(580, "DB_FAILED"));

    assertThat(add(1)).isEqualTo("UNAVAILABLE UNKNOWN 580");
    assertThat(green.requests()).hasSize(1);
  }

  @Test
  void deletesManyFacesInBatches() {
    green.respondBy(GreenPaths.DELETE_FACES, FacesBehaviorTest::deletedAll);

    String outcome = delete(45);

    assertThat(outcome.split(", ", -1)).hasSize(45).allMatch(it -> it.startsWith("deleted "));
    assertThat(
            green.requests(GreenPaths.DELETE_FACES).stream().map(it -> it.json().path("faceIds")))
        .extracting(it -> it.size())
        .containsExactly(20, 20, 5);
  }

  @Test
  void reportsAPartialEffectWhenALaterBatchIsRefused() {
    StubGreen.Response first = deletedAll(1, 20);
    green.respond(GreenPaths.DELETE_FACES, first, StubGreen.Response.error(588, "EXCEED_QUOTA"));

    assertThat(delete(21)).isEqualTo("THROTTLED PARTIAL 588");
  }

  @Test
  void reportsAnUnknownEffectWhenTheEffectOfALaterBatchIsUnknown() {
    StubGreen.Response first = deletedAll(1, 20);
    green.respond(GreenPaths.DELETE_FACES, first, StubGreen.Response.error(580, "DB_FAILED"));

    assertThat(delete(21)).isEqualTo("UNAVAILABLE UNKNOWN 580");
  }

  @Test
  void sendsNoFaceIdThatTheServiceCannotHaveIssued() {
    green.respond(GreenPaths.DELETE_FACES, deletedAll(7, 7));
    List<FaceId> faces = List.of(FaceId.of("not-a-number"), FaceId.of("7"), FaceId.of("007"));

    String outcome = OutcomeText.of(() -> library.deleteFaces(DeleteFaces.of(PERSON, faces)));

    assertThat(outcome).isEqualTo("absent not-a-number, deleted 7, absent 007");
    assertThat(green.onlyRequest(GreenPaths.DELETE_FACES).json().path("faceIds"))
        .hasToString("[\"7\"]");
  }

  @Test
  void queriesThePersonWhenNoFaceIdCanBeSent() {
    green.respond(GreenPaths.GET_FACES, MISSING);

    String outcome =
        OutcomeText.of(
            () -> library.deleteFaces(DeleteFaces.of(PERSON, FaceId.of("not-a-number"))));

    assertThat(outcome).isEqualTo("NOT_FOUND NONE 400");
    assertThat(green.requests(GreenPaths.DELETE_FACES)).isEmpty();
  }

  @Test
  void queriesAllFacesWhenMoreAreRequestedThanAPersonCanHold() {
    green.respond(GreenPaths.GET_FACES, held(2));

    String outcome = OutcomeText.of(() -> library.queryFaces(QueryFaces.of(PERSON, ids(1, 21))));

    assertThat(outcome).startsWith("1, 2, missing 3").endsWith("missing 21");
    assertThat(green.onlyRequest(GreenPaths.GET_FACES).json().has("faceIds")).isFalse();
  }

  private String add(int images) {
    List<FaceImage> urls =
        IntStream.range(0, images)
            .<FaceImage>mapToObj(i -> FaceImage.at("http://a.b/" + i))
            .toList();
    return OutcomeText.of(() -> library.addFaces(AddFaces.of(PERSON, urls)));
  }

  private String delete(int faces) {
    return OutcomeText.of(() -> library.deleteFaces(DeleteFaces.of(PERSON, ids(1, faces))));
  }

  private static List<FaceId> ids(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(id -> FaceId.of("" + id)).toList();
  }

  private static StubGreen.Response items(String... successes) {
    return StubGreen.Response.success(
        List.of(successes).stream()
            .map(success -> "{\"success\":" + success + "}")
            .collect(Collectors.joining(",", "{\"faceImageItems\":[", "]}")));
  }

  private static StubGreen.Response held(int faces) {
    return StubGreen.Response.success(
        ids(1, faces).stream()
            .map(id -> "{\"success\":true,\"faceId\":" + id + "}")
            .collect(Collectors.joining(",", "{\"faceImageItems\":[", "]}")));
  }

  private static StubGreen.Response deletedAll(StubGreen.Request request) {
    return StubGreen.Response.success("{\"faceIds\":" + request.json().path("faceIds") + "}");
  }

  private static StubGreen.Response deletedAll(long from, long to) {
    return StubGreen.Response.success("{\"faceIds\":" + ids(from, to) + "}");
  }
}
