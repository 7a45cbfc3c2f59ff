package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.support.DefaultChainProgram;
import io.facelibrary.aliyun.support.ForkedJvm;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final String TOKEN = "CAISsecurityTokenOfTheTests0123456789";

  @TempDir Path home;

  private static FaceLibrary open(RawServer server, Supplier<AliyunCredentials> credentials) {
    return AliyunFaceLibrary.builder()
        .endpoint(URI.create(server.endpoint()))
        .responseTimeout(Duration.ofMinutes(1))
        .credentials(credentials)
        .open();
  }

  @Test
  void signsWithTheKeyAndSendsNoTokenWithoutOne() {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint())) {
      TestLibraries.read(library);

      RawServer.Request request = server.requests().get(0);
      assertThat(request.header("Authorization").orElseThrow())
          .startsWith("acs " + TestLibraries.KEY_ID + ":");
      assertThat(request.header("x-acs-security-token")).isEmpty();
      assertThat(request.head() + request.body()).doesNotContain(TestLibraries.SECRET);
    }
  }

  @Test
  void sendsTheTokenOfATemporaryKey() {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library = TestLibraries.open(server.endpoint(), "security-token", TOKEN)) {
      TestLibraries.read(library);

      assertThat(server.requests().get(0).header("x-acs-security-token")).contains(TOKEN);
    }
  }

  @Test
  void callsTheSupplierForEachCall() {
    AtomicInteger calls = new AtomicInteger();
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library =
            open(
                server,
                () ->
                    AliyunCredentials.of(
                        "key" + calls.incrementAndGet(), Secret.of("secret"), Secret.of("t")))) {
      TestLibraries.read(library);
      TestLibraries.read(library);

      assertThat(calls).hasValue(2);
      assertThat(server.requests())
          .extracting(request -> request.header("Authorization").orElseThrow().split(":", -1)[0])
          .containsExactly("acs key1", "acs key2");
    }
  }

  @Test
  void isUnauthenticatedWithoutEffectWhenTheSupplierFails() {
    IllegalStateException failed = new IllegalStateException("the key store is locked");
    List<Supplier<AliyunCredentials>> suppliers =
        List.of(
            () -> {
              throw failed;
            },
            CredentialsTest::none);
    for (Supplier<AliyunCredentials> supplier : suppliers) {
      try (RawServer server = RawServer.respondingWith(RawResponse.ONE_FACE_ADDED);
          FaceLibrary library = open(server, supplier)) {

        FaceLibraryException failure =
            catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.write(library));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("supplier").cause().isNotNull();
        assertThat(server.connections()).isZero();
      }
    }
  }

  @SuppressWarnings("NullAway") // a careless program may return it
  private static AliyunCredentials none() {
    return null;
  }

  @Test
  void findsKeysInTheEnvironment() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawResponse.ONE_FACE_ADDED)) {

      String printed =
          ForkedJvm.run(
              DefaultChainProgram.class,
              home,
              Map.of(
                  "ALIBABA_CLOUD_ACCESS_KEY_ID", TestLibraries.KEY_ID,
                  "ALIBABA_CLOUD_ACCESS_KEY_SECRET", TestLibraries.SECRET,
                  "ALIBABA_CLOUD_SECURITY_TOKEN", TOKEN),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("succeeded");
      RawServer.Request request = server.requests().get(0);
      assertThat(request.header("Authorization").orElseThrow())
          .startsWith("acs " + TestLibraries.KEY_ID + ":");
      assertThat(request.header("x-acs-security-token")).contains(TOKEN);
    }
  }

  @Test
  void findsKeysInTheProfileFile() throws Exception {
    Path folder = Files.createDirectory(home.resolve(".alibabacloud"));
    Files.writeString(
        folder.resolve("credentials.ini"),
        "[default]\nenable = true\ntype = access_key\naccess_key_id = "
            + TestLibraries.KEY_ID
            + "\naccess_key_secret = "
            + TestLibraries.SECRET
            + "\n");
    try (RawServer server = RawServer.respondingWith(RawResponse.ONE_FACE_ADDED)) {

      String printed =
          ForkedJvm.run(
              DefaultChainProgram.class,
              home,
              Map.of(
                  "ALIBABA_CLOUD_ECS_METADATA_DISABLED",
                  "true",
                  "ALIBABA_CLOUD_CREDENTIALS_FILE",
                  folder.resolve("credentials.ini").toString()),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("succeeded");
      assertThat(server.requests().get(0).header("Authorization").orElseThrow())
          .startsWith("acs " + TestLibraries.KEY_ID + ":");
    }
  }

  @Test
  void isUnauthenticatedWithoutEffectWhenThereAreNoKeys() throws Exception {
    try (RawServer server = RawServer.respondingWith(RawResponse.ONE_FACE_ADDED)) {

      String printed =
          ForkedJvm.run(
              DefaultChainProgram.class,
              home,
              Map.of("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true"),
              List.of(),
              server.endpoint());

      assertThat(printed).contains("UNAUTHENTICATED NONE").contains("no credentials were found");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void repeatsNoSecretOfACredentialsServerWhoseResponseIsIncomplete() throws Exception {
    String incomplete =
        "{\"Code\":\"Success\",\"AccessKeyId\":\""
            + TestLibraries.KEY_ID
            + "\","
            + "\"AccessKeySecret\":\""
            + TestLibraries.SECRET
            + "\"}";
    try (RawServer credentials = RawServer.respondingWith(RawResponse.json(200, incomplete));
        RawServer server = RawServer.respondingWith(RawResponse.ONE_FACE_ADDED)) {

      String printed =
          ForkedJvm.run(
              DefaultChainProgram.class,
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
      assertThat(printed).doesNotContain(TestLibraries.SECRET).doesNotContain(TestLibraries.KEY_ID);
    }
  }
}
