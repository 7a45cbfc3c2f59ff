package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import io.facelibrary.embedded.EmbeddedFaceLibrary;
import io.facelibrary.green.GreenServer;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.transfer.ItemOutcome;
import io.facelibrary.transfer.Migration;
import io.facelibrary.transfer.TransferResult;
import io.facelibrary.transfer.Verification;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrates a library from provider to provider, through the cloud's protocol, and back. */
class MigrationChainTest {
  private static final Secret SECRET = Secret.of("test-secret");
  private static final GroupId CREW = GroupId.of("crew");

  @TempDir private Path folder;

  @Test
  void nothingIsLostFromMemoryThroughTheCloudsProtocolToDiskAndBack() {
    try (FaceLibrary memory = InMemoryFaceLibrary.builder().greenLimits().open();
        FaceLibrary behind = InMemoryFaceLibrary.builder().greenLimits().open();
        GreenServer server =
            GreenServer.builder().library(behind).credentials("test-key", SECRET).start();
        FaceLibrary cloud =
            AliyunFaceLibrary.builder()
                .endpoint(server.uri())
                .credentials(AliyunCredentials.of("test-key", SECRET))
                .open();
        FaceLibrary disk = EmbeddedFaceLibrary.builder(folder.resolve("library")).open();
        FaceLibrary back = InMemoryFaceLibrary.builder().open()) {
      fill(memory);
      Map<Person, String> before = content(memory);

      move(memory, cloud, "to-cloud");
      move(cloud, disk, "to-disk");
      move(disk, back, "to-memory");

      assertThat(content(behind)).isEqualTo(before);
      assertThat(content(disk)).isEqualTo(before);
      assertThat(content(back)).isEqualTo(before);
      assertThat(content(memory)).isEqualTo(before);
    }
  }

  private static void fill(FaceLibrary library) {
    for (int i = 0; i < 12; i++) {
      PersonId person = PersonId.of("person-" + i);
      GroupId[] groups =
          i % 3 == 0 ? new GroupId[] {CREW, GroupId.of("night")} : new GroupId[] {CREW};
      library.addPerson(
          AddPerson.of(person, groups)
              .withName("Zoë №" + i)
              .withNote(i % 2 == 0 ? "" : "note " + i));
      for (int face = 0; face < i % 4; face++) {
        library
            .addFaces(
                AddFaces.of(
                    person, FaceImage.at("https://faces.example.com/" + i + "/" + face + ".jpg")))
            .orThrow();
      }
    }
  }

  private void move(FaceLibrary from, FaceLibrary to, String journal) {
    Migration migration = Migration.of(from, to, folder.resolve(journal));

    // A cloud does not list persons in no group, so its result is never complete.
    TransferResult copied = migration.transfer().run();
    assertThat(copied.faces().values().stream().mapToLong(it -> it).sum())
        .isEqualTo(copied.count(ItemOutcome.ADDED));
    assertThat(copied.personsAdded()).isEqualTo(12);
    Verification verification = migration.verify(5);
    assertThat(verification.differences()).isEmpty();
    assertThat(verification.persons()).isEqualTo(12);
  }

  /** Returns the persons with the sources of their faces, in order. */
  private static Map<Person, String> content(FaceLibrary library) {
    Map<Person, String> content = new TreeMap<>((one, other) -> key(one).compareTo(key(other)));
    Pages.stream(library::listPersons)
        .forEach(id -> content.put(library.findPerson(id).orElseThrow(), sources(library, id)));
    return content;
  }

  private static String key(Person person) {
    return person.id().value() + person.name() + person.note() + person.groups();
  }

  private static String sources(FaceLibrary library, PersonId person) {
    Stream<Optional<URI>> sources =
        library.queryFaces(QueryFaces.allOf(person)).faces().stream().map(Face::source);
    return sources.map(Optional::toString).collect(Collectors.joining(" "));
  }
}
