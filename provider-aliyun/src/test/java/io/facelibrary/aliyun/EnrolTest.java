package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PartialFailureException;
import io.facelibrary.PersonId;
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service has no call that adds a person with faces, so several calls do it. */
class EnrolTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final AddPerson PERSON = AddPerson.of(ANN, GroupId.of("one")).withName("Ann");
  private static final List<FaceImage> IMAGES =
      List.of(
          FaceImage.at("https://images.example.com/1.png"),
          FaceImage.at("https://images.example.com/2.png"));

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @BeforeEach
  void respond() {
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.success("{\"personId\":\"ann\"}"));
    green.respond(GreenPaths.DELETE_PERSON, StubGreen.Response.success("{\"deleteCount\":1}"));
    green.respond(GreenPaths.GET_FACES, StubGreen.Response.success("{\"faceImageItems\":[]}"));
  }

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  private void respondToAdd(String... items) {
    green.respond(
        GreenPaths.ADD_FACES,
        StubGreen.Response.success("{\"faceImageItems\":[" + String.join(",", items) + "]}"));
  }

  private List<String> paths() {
    return green.requests().stream().map(StubGreen.Request::path).toList();
  }

  @Test
  void addsThePersonAndThenTheFaces() {
    respondToAdd("{\"success\":true,\"faceId\":1}", "{\"success\":true,\"faceId\":2}");

    AddFacesResult result = library.enrol(PERSON, IMAGES);

    assertThat(result.added()).hasToString("[1, 2]");
    assertThat(paths()).containsExactly(GreenPaths.ADD_PERSON, GreenPaths.ADD_FACES);
  }

  @Test
  void keepsThePersonWhenOneImageIsRejected() {
    respondToAdd("{\"success\":false}", "{\"success\":true,\"faceId\":2}");

    AddFacesResult result = library.enrol(PERSON, IMAGES);

    assertThat(result.added()).hasToString("[2]");
    assertThat(green.requests(GreenPaths.DELETE_PERSON)).isEmpty();
  }

  @Test
  void deletesThePersonAgainWhenAllImagesAreRejected() {
    respondToAdd("{\"success\":false}", "{\"success\":false}");

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> library.enrol(PERSON, IMAGES));

    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(failure.failures()).hasSize(2);
    assertThat(green.onlyRequest(GreenPaths.DELETE_PERSON).json().path("personId").asText())
        .isEqualTo(ANN.value());
  }

  @Test
  void deletesThePersonAgainWhenTheOutcomeOfTheAddIsNotKnown() {
    green.respond(GreenPaths.ADD_FACES, StubGreen.Response.error(581, "TIMEOUT"));

    FaceLibraryException failure =
        catchThrowableOfType(FaceLibraryException.class, () -> library.enrol(PERSON, IMAGES));

    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(green.requests(GreenPaths.DELETE_PERSON)).hasSize(1);
  }

  @Test
  void deletesNoPersonThatExistedBefore() {
    green.respond(GreenPaths.ADD_PERSON, StubGreen.Response.error(400, "The person is exist!"));

    FaceLibraryException failure =
        catchThrowableOfType(FaceLibraryException.class, () -> library.enrol(PERSON, IMAGES));

    assertThat(failure.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(paths()).containsExactly(GreenPaths.ADD_PERSON);
  }
}
