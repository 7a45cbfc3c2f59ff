package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final String TOKEN = "CAISsecurityTokenOfTheTests0123456789";
  private static final String ADDED =
      RawResponse.json(
          200,
          "{\"code\":200,\"data\":{\"code\":200,"
              + "\"faceImageItems\":[{\"success\":true,\"faceId\":1}]}}");

  @TempDir Path home;

  private static FaceLibrary with(RawServer server, Supplier<AliyunCredentials> credentials) {
    return AliyunFaceLibrary.builder()
        .endpoint(URI.create(server.endpoint()))
        .credentials(credentials)
        .open();
  }

  @Test
  void signsWithTheKeyAndSendsNoTokenWithoutOne() {
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library = Opened.at(server.endpoint())) {
      Opened.read(library);

      RawServer.Request request = server.requests().get(0);
      assertThat(request.header("Authorization").orElseThrow())
          .startsWith("acs " + Opened.KEY_ID + ":");
      assertThat(request.header("x-acs-security-token")).isEmpty();
      assertThat(request.head() + request.body()).doesNotContain(Opened.SECRET);
    }
  }

  @Test
  void sendsTheTokenOfATemporaryKey() {
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library = Opened.at(server.endpoint(), "security-token", TOKEN)) {
      Opened.read(library);

      assertThat(server.requests().get(0).header("x-acs-security-token")).contains(TOKEN);
    }
  }

  @Test
  void asksTheSupplierAtEachCall() {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library =
            with(
                server,
                () ->
                    AliyunCredentials.of(
                        "key" + asked.incrementAndGet(), Secret.of("secret"), Secret.of("t")))) {
      Opened.read(library);
      Opened.read(library);

      assertThat(asked).hasValue(2);
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization").orElseThrow().split(":", -1)[0])
          .containsExactly("acs key1", "acs key2");
    }
  }

  @Test
  void isUnauthenticatedWithoutEffectWhenTheSupplierFails() {
    IllegalStateException failed = new IllegalStateException("the vault is sealed");
    List<Supplier<AliyunCredentials>> suppliers =
        List.of(
            () -> {
              throw failed;
            },
            CredentialsTest::none);
    for (Supplier<AliyunCredentials> supplier : suppliers) {
      try (RawServer server = RawServer.answering(ADDED);
          FaceLibrary library = with(server, supplier)) {

        FaceLibraryException failure =
            catchThrowableOfType(FaceLibraryException.class, () -> Opened.write(library));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("supplier").cause().isNotNull();
        assertThat(server.connections()).isZero();
      }
    }
  }

  @SuppressWarnings("NullAway") // what a careless program may answer
  private static AliyunCredentials none() {
    return null;
  }

  @Test
  void findsKeysInTheEnvironment() throws Exception {
    try (RawServer server = RawServer.answering(ADDED)) {

      String printed =
          ForkedJvm.run(
              CallsByDefaultChain.class,
              home,
              Map.of(
                  "ALIBABA_CLOUD_ACCESS_KEY_ID", Opened.KEY_ID,
                  "ALIBABA_CLOUD_ACCESS_KEY_SECRET", Opened.SECRET,
                  "ALIBABA_CLOUD_SECURITY_TOKEN", TOKEN),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("answered");
      RawServer.Request request = server.requests().get(0);
      assertThat(request.header("Authorization").orElseThrow())
          .startsWith("acs " + Opened.KEY_ID + ":");
      assertThat(request.header("x-acs-security-token")).contains(TOKEN);
    }
  }

  @Test
  void findsKeysInTheProfileFile() throws Exception {
    Path folder = Files.createDirectory(home.resolve(".alibabacloud"));
    Files.writeString(
        folder.resolve("credentials.ini"),
        "[default]\nenable = true\ntype = access_key\naccess_key_id = "
            + Opened.KEY_ID
            + "\naccess_key_secret = "
            + Opened.SECRET
            + "\n");
    try (RawServer server = RawServer.answering(ADDED)) {

      String printed =
          ForkedJvm.run(
              CallsByDefaultChain.class,
              home,
              Map.of(
                  "ALIBABA_CLOUD_ECS_METADATA_DISABLED",
                  "true",
                  "ALIBABA_CLOUD_CREDENTIALS_FILE",
                  folder.resolve("credentials.ini").toString()),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("answered");
      assertThat(server.requests().get(0).header("Authorization").orElseThrow())
          .startsWith("acs " + Opened.KEY_ID + ":");
    }
  }

  @Test
  void isUnauthenticatedWithoutEffectWhenThereAreNoKeysAnywhere() throws Exception {
    try (RawServer server = RawServer.answering(ADDED)) {

      String printed =
          ForkedJvm.run(
              CallsByDefaultChain.class,
              home,
              Map.of("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("UNAUTHENTICATED NONE").contains("no credentials were found");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void repeatsNoSecretOfAServerOfCredentialsThatAnswersHalf() throws Exception {
    String half =
        "{\"Code\":\"Success\",\"AccessKeyId\":\""
            + Opened.KEY_ID
            + "\","
            + "\"AccessKeySecret\":\""
            + Opened.SECRET
            + "\"}";
    try (RawServer credentials = RawServer.answering(RawResponse.json(200, half));
        RawServer server = RawServer.answering(ADDED)) {

      String printed =
          ForkedJvm.run(
              CallsByDefaultChain.class,
              home,
              Map.of(
                  "ALIBABA_CLOUD_ECS_METADATA_DISABLED",
                  "true",
                  "ALIBABA_CLOUD_CREDENTIALS_URI",
                  credentials.endpoint()),
              List.of(),
              server.endpoint());

      assertThat(credentials.requests()).isNotEmpty();
      assertThat(printed).contains("UNAUTHENTICATED NONE");
      assertThat(printed).doesNotContain(Opened.SECRET).doesNotContain(Opened.KEY_ID);
    }
  }
}
