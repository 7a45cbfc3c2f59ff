package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private final FaceLibrary library = FaceLibraries.open("inmemory", Map.of());
  @TempDir Path place;

  @AfterEach
  void close() {
    library.close();
  }

  private Path image(String name, long seed) throws IOException {
    Path file = place.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, TestImages.of(seed).bytes());
  }

  private List<String> report(TransferSource source, FaceLibrary target) throws IOException {
    Path report = Files.createTempDirectory(place, ".report").resolve("report.jsonl");
    var unused = Transfer.of(source, target).report(report).run();
    return Files.readAllLines(report);
  }

  private Path list(String name, String content) throws IOException {
    return Files.writeString(place.resolve(name), content);
  }

  @Test
  void acceptsUnusualFolderNames() throws IOException {
    assumeThat(System.getProperty("sun.jnu.encoding"))
        .as("Java can use file names in any script only with a UTF-8 locale")
        .isEqualTo("UTF-8");
    List<String> names = List.of("Grace Hopper", "李明", "-rf", "--help", "émile");
    for (int i = 0; i < names.size(); i++) {
      image("odd/" + names.get(i) + "/- a b.PNG", i);
    }

    TransferResult result = Transfer.of(TransferSource.folder(place.resolve("odd")), library).run();

    assertThat(result.isComplete()).isTrue();
    assertThat(Doubles.content(library).keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void skipsHiddenFilesAndFollowsNoLinkOutOfTheFolder() throws IOException {
    image("in/person/a.png", 1);
    image("in/person/.b.png", 2);
    image("in/.git/c.png", 3);
    Path outside = image("out/d.png", 4);
    Files.createSymbolicLink(place.resolve("in/person/link.png"), outside);
    Files.createSymbolicLink(place.resolve("in/other"), outside.getParent());

    List<String> lines = report(TransferSource.folder(place.resolve("in")), library);

    assertThat(Doubles.content(library))
        .isEqualTo(Map.of("person", List.of(TestImages.of(1).sha256())));
    assertThat(lines)
        .filteredOn(line -> line.contains("is a symbolic link that leads out"))
        .hasSize(2);
  }

  @Test
  void namesTheRuleThatAFolderNameBreaks() throws IOException {
    image("in/Grace Hopper/a.png", 1);
    image("in/ada/a.png", 2);
    try (FaceLibrary green = InMemoryFaceLibrary.builder().greenLimits().open()) {
      List<String> lines = report(TransferSource.folder(place.resolve("in")), green);

      assertThat(lines)
          .filteredOn(line -> line.contains("\"rejected\""))
          .singleElement()
          .satisfies(line -> assertThat(line).contains("Grace Hopper/a.png", "[A-Za-z0-9_-]+"));
      assertThat(Doubles.content(green)).containsOnlyKeys("ada");
    }
  }

  @Test
  void reportsDuplicatesAndFilesThatAreNotImages() throws IOException {
    image("in/ada/a.png", 1);
    image("in/ada/b.png", 1);
    image("in/grace/same-as-ada.png", 1);
    Files.writeString(place.resolve("in/ada/c.jpg"), "not an image");

    TransferResult result = Transfer.of(TransferSource.folder(place.resolve("in")), library).run();

    assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(2);
    assertThat(result.count(ItemOutcome.DUPLICATE)).isEqualTo(1);
    assertThat(result.count(ItemOutcome.REJECTED)).isEqualTo(1);
  }

  @Test
  void plansTheOutcomesOfTheFollowingRun() throws IOException {
    image("in/ada/a.png", 1);
    image("in/ada/b.png", 1);
    Files.writeString(place.resolve("in/ada/c.jpg"), "not an image");
    Path journal = place.resolve("journal");
    Transfer transfer =
        Transfer.of(TransferSource.folder(place.resolve("in")), library).journal(journal);

    TransferResult plan = transfer.plan();
    Map<String, List<String>> after = Doubles.content(library);
    boolean journalExists = Files.exists(journal);
    TransferResult run = transfer.run();

    assertThat(after).isEmpty();
    assertThat(journalExists).isFalse();
    assertThat(plan).isEqualTo(run);
  }

  @Test
  void plansNoMoreFacesThanAPersonMayHave() throws IOException {
    for (int i = 0; i < 25; i++) {
      image("in/ada/" + i + ".png", i);
    }
    try (FaceLibrary green = InMemoryFaceLibrary.builder().greenLimits().open()) {
      Transfer transfer = Transfer.of(TransferSource.folder(place.resolve("in")), green);

      TransferResult plan = transfer.plan();
      TransferResult run = transfer.run();

      assertThat(plan.count(ItemOutcome.ADDED)).isEqualTo(20);
      assertThat(plan).isEqualTo(run);
    }
  }

  @Test
  void refusesAFolderWithoutPersons() throws IOException {
    Path empty = Files.createDirectory(place.resolve("empty"));

    assertThatThrownBy(() -> TransferSource.folder(empty))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no image was found");
  }

  @Test
  void readsATableWithQuotesGroupsAndAByteOrderMark() throws IOException {
    image("a b.png", 1);
    image("c.png", 2);
    Path table =
        list(
            "list.csv",
            "\uFEFFperson,groups,name,note,image\r\n"
                + "ada,staff; night,\"Lovelace, Ada\",\"said \"\"hello\"\"\",a b.png\r\n"
                + "ada,staff,,,c.png\r\n"
                + "ada,,,,missing.png\r\n"
                + "bob,,,,https://example.com/bob.jpg\r\n");

    TransferResult result = Transfer.of(TransferSource.csv(table), library).run();

    Person ada = library.findPerson(PersonId.of("ada")).orElseThrow();
    assertThat(ada.name()).isEqualTo("Lovelace, Ada");
    assertThat(ada.note()).isEqualTo("said \"hello\"");
    assertThat(ada.groups()).extracting(Object::toString).contains("staff", "night");
    assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(3);
    assertThat(result.count(ItemOutcome.REJECTED)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'who,image\nada,a.png\n' | line 1",
        "'person,person,image\nada,ada,a.png\n' | line 1",
        "'person,image\nada\n' | line 2",
        "'person,image\nada,\"a.png\n' | line 2",
        "'person,image\n,a.png\n' | line 2",
      })
  void namesTheMalformedLineOfATable(String text, String line) throws IOException {
    Path table = list("list.csv", text.replace("\\n", "\n"));

    assertThatThrownBy(() -> Transfer.of(TransferSource.csv(table), library).run())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(line);
  }

  @Test
  void refusesATableInAnotherEncoding() throws IOException {
    Path table = place.resolve("list.csv");
    Files.write(table, "person,image\némile,a.png\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Transfer.of(TransferSource.csv(table), library).run())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void addsVectorsWithoutEncodingImages() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2500; i++) {
      lines
          .append("{\"person\":\"p")
          .append(i / 1250)
          .append("\",\"vector\":[")
          .append(i)
          .append(",0,0,0,0,0,0,0,1]}\n");
    }
    Path list = list("vectors.jsonl", lines.toString());
    FakeFaceEncoder encoder = new FakeFaceEncoder();
    EncoderModel model = encoder.model();
    try (FaceLibrary target = InMemoryFaceLibrary.builder().encoder(encoder).open()) {
      TransferResult result = Transfer.of(TransferSource.jsonLines(list, model), target).run();

      assertThat(result.isComplete()).isTrue();
      assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(2500);
      assertThat(target.queryFaces(QueryFaces.allOf(PersonId.of("p0"))).faces()).hasSize(1250);
      assertThat(encoder.encoded()).isZero();
    }
  }

  @Test
  void importsTenThousandSmallImages() throws IOException {
    byte[] first = TestImages.of(0).bytes();
    assumeThat(Files.getFileStore(place).getUsableSpace()).isGreaterThan(20_000L * first.length);
    for (int person = 0; person < 1000; person++) {
      for (int i = 0; i < 10; i++) {
        image("many/p" + person + "/" + i + ".png", person * 10 + i);
      }
    }

    TransferResult result =
        Transfer.of(TransferSource.folder(place.resolve("many")), library)
            .journal(place.resolve("journal"))
            .run();

    assertThat(result.isComplete()).isTrue();
    assertThat(result.personsAdded()).isEqualTo(1000);
    assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(10_000);
  }
}
