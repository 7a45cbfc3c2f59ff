package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.testkit.TestPictures;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An add that nobody answered for is looked for, and its fate is never guessed. */
class FatesTest {
  private static final PersonId PERSON = PersonId.of("person1");
  private static final StubGreen.Reply LOST = StubGreen.Reply.of(502, "<html>Bad Gateway</html>");
  private static final String UNKNOWN = "UNAVAILABLE UNKNOWN HTTP 502";

  private final StubGreen green = new StubGreen();
  private final GreenClient client = Clients.of(green.endpoint());
  private final Refusals refusals = new Refusals(client);
  private final Deque<String> names = new ArrayDeque<>(List.of(name('a'), name('b')));
  private final AddFacesCall call =
      new AddFacesCall(
          client, refusals, new FaceCalls(client, refusals), new Addresses(new NamedUploads()));

  /** Gives pictures the names of this test, in order. */
  private final class NamedUploads implements Uploads {
    @Override
    public URI put(Operation during, FaceImage.InMemory picture) {
      return URI.create("oss://bucket/folder/images/" + names.remove());
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void stop() {
    client.close();
    green.close();
  }

  private static String name(char digit) {
    return "facelibrary-" + String.valueOf(digit).repeat(32) + ".png";
  }

  private static String face(long id, String url) {
    return "{\"success\":true,\"faceId\":%d,\"url\":\"%s\"}".formatted(id, url);
  }

  private void holds(String... faces) {
    green.answers(
        GreenPaths.GET_FACES,
        StubGreen.Reply.done("{\"faceImageItems\":[" + String.join(",", faces) + "]}"));
  }

  private String added(FaceImage... images) {
    return Told.by(() -> call.add(AddFaces.of(PERSON, images)).orThrow().toString());
  }

  private String addedTwoPictures() {
    return added(TestPictures.random(), TestPictures.random());
  }

  @Test
  void answersTheFacesThatAreThereUnderTheNamesOfAllUploads() {
    green.answers(GreenPaths.ADD_FACES, LOST);
    holds(
        face(9, "https://elsewhere.example.com/images/other.png"),
        face(2, "https://bucket.oss.example.com/folder/images/" + name('b') + "?Signature=x"),
        face(1, "oss://bucket.oss.example.com/folder/images/" + name('a')));

    assertThat(addedTwoPictures()).isEqualTo(List.of(FaceId.of("1"), FaceId.of("2")).toString());
    assertThat(green.asked(GreenPaths.ADD_FACES)).hasSize(1);
  }

  @Test
  void leavesTheFateUnknownWhenOneIsNotThereYet() {
    green.answers(GreenPaths.ADD_FACES, LOST);
    holds(face(1, "oss://bucket/folder/images/" + name('a')));

    assertThat(addedTwoPictures()).isEqualTo(UNKNOWN);
  }

  @Test
  void saysWhatHappenedFirstWhenAskingFailsToo() {
    green.answers(GreenPaths.ADD_FACES, LOST);
    green.answers(GreenPaths.GET_FACES, StubGreen.Reply.refused(588, "EXCEED_QUOTA"));

    assertThat(addedTwoPictures()).isEqualTo(UNKNOWN);
  }

  @Test
  void neverTakesAFaceOfTheSameAddressForTheOneThatWasLost() {
    FaceImage image = Images.at("https://pictures.example.com/1.png");
    green.answers(GreenPaths.ADD_FACES, LOST);
    holds(face(1, "https://pictures.example.com/1.png"));

    assertThat(added(image)).isEqualTo(UNKNOWN);
    assertThat(green.asked(GreenPaths.GET_FACES)).isEmpty();
  }

  @Test
  void asksAboutAnAnswerThatNobodyUnderstands() {
    green.answers(
        GreenPaths.ADD_FACES,
        StubGreen.Reply.done("{\"faceImageItems\":[{\"success\":true,\"faceId\":1}]}"));
    holds(
        face(1, "oss://bucket/folder/images/" + name('a')),
        face(2, "oss://bucket/folder/images/" + name('b')));

    assertThat(addedTwoPictures()).isEqualTo("[1, 2]");
  }

  @Test
  void asksNobodyWhenNothingWasDone() {
    green.answers(GreenPaths.ADD_FACES, StubGreen.Reply.refused(588, "EXCEED_QUOTA"));

    assertThat(addedTwoPictures()).isEqualTo("THROTTLED NONE 588");
    assertThat(green.asked(GreenPaths.GET_FACES)).isEmpty();
  }
}
