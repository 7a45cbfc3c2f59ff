package io.facelibrary.green.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.Secret;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreenServerExtensionTest {
  private static final PersonId ANNA = PersonId.of("anna");

  @RegisterExtension
  static final GreenServerExtension shared =
      GreenServerExtension.over(GreenServerExtensionTest::open)
          .with(server -> server.credentials("key", Secret.of("secret")));

  @RegisterExtension
  final GreenServerExtension own = GreenServerExtension.over(GreenServerExtensionTest::open);

  private static URI firstShared;

  private static FaceLibrary open() {
    return InMemoryFaceLibrary.builder().open();
  }

  @Test
  void startsAServerWithANewLibraryForATest() throws Exception {
    assertThat(own.library().listGroups(PageRequest.first()).items()).isEmpty();

    own.library().addPerson(AddPerson.of(ANNA));

    assertThat(post(own.uri(), "{\"personId\":\"anna\"}").body()).startsWith("{\"code\":200");
    assertThat(own.endpoint()).isEqualTo("127.0.0.1:" + own.uri().getPort());
  }

  @Test
  void startsAnotherServerForAnotherTest() {
    assertThat(own.library().findPerson(ANNA)).isEmpty();

    own.library().addPerson(AddPerson.of(ANNA));
  }

  @Test
  void configuresTheServer() throws Exception {
    HttpResponse<String> unsigned = post(shared.uri(), "{\"personId\":\"anna\"}");

    assertThat(unsigned.statusCode()).isEqualTo(400);
    assertThat(unsigned.body()).contains("\"Code\":");
  }

  @Test
  void sharesAServerAmongTestsOfAClass() {
    assertSameServer();
  }

  @Test
  void sharesAServerWithAnotherTestOfTheClass() {
    assertSameServer();
  }

  private static void assertSameServer() {
    if (firstShared == null) {
      firstShared = shared.uri();
    }
    assertThat(shared.uri()).isEqualTo(firstShared);
  }

  @Test
  void reportsThatItIsNotStarted() {
    GreenServerExtension unregistered = GreenServerExtension.over(GreenServerExtensionTest::open);

    assertThatIllegalStateException()
        .isThrownBy(unregistered::uri)
        .withMessageContaining("@RegisterExtension");
  }

  private static HttpResponse<String> post(URI server, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.resolve("/green/sface/person"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
