package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.embedded.support.Child;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
  @TempDir Path parent;

  @Test
  void aNewFolderIsAccessibleToItsOwnerOnly() throws Exception {
    Path folder = parent.resolve("faces");

    LibraryFolder.open(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aSecondOpeningNamesTheProcessThatHoldsTheLock() {
    try (LibraryFolder held = LibraryFolder.open(parent)) {
      assertThat(held.database()).hasFileName("library.db");

      assertThatThrownBy(() -> LibraryFolder.open(parent))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ");
    }
  }

  @Test
  void anotherProcessGetsTheNameOfTheProcessThatHoldsTheLock() throws Exception {
    Path output = parent.resolve("output");
    Path folder = parent.resolve("faces");
    try (Child child = Child.start(output, HoldsFolder.class, folder.toString())) {
      child.awaitOutput("held".length());

      assertThatThrownBy(() -> LibraryFolder.open(folder))
          .hasMessageContaining("process " + child.pid() + " on ");
    }

    LibraryFolder.open(folder).close();
  }

  @Test
  void aFolderWithOtherFilesIsRefused() throws Exception {
    Files.writeString(parent.resolve("letter.txt"), "Dear");

    assertThatThrownBy(() -> LibraryFolder.open(parent))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("folder");

    assertThat(parent).isDirectoryContaining(file -> file.endsWith("letter.txt"));
    assertThat(parent.resolve("lock")).doesNotExist();
  }

  @Test
  void aFileIsRefused() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "");

    assertThatThrownBy(() -> LibraryFolder.open(file)).hasMessageContaining("folder");
  }

  @Test
  void aForeignDatabaseIsRefused() throws Exception {
    try (Database foreign = Database.forWriting(LibraryFolder.databaseIn(parent))) {
      foreign.execute("CREATE TABLE account (id INTEGER)");
    }

    assertThatThrownBy(() -> WritableStore.open(parent, StoreOptions.defaults()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("face library");
  }

  @Test
  void aFileThatIsNotADatabaseIsRefusedAndNotChanged() throws Exception {
    byte[] content =
        "no database at all, but rather long".repeat(99).getBytes(StandardCharsets.UTF_8);
    Files.write(LibraryFolder.databaseIn(parent), content);

    assertThatThrownBy(() -> WritableStore.open(parent, StoreOptions.defaults()))
        .isInstanceOf(FaceLibraryException.class)
        .hasMessageContaining("damaged");

    assertThat(LibraryFolder.databaseIn(parent)).hasBinaryContent(content);
  }

  @Test
  void aLibraryOfANewerReleaseIsRefused() throws Exception {
    WritableStore.open(parent, StoreOptions.defaults()).close();
    try (Database database = Database.forWriting(LibraryFolder.databaseIn(parent))) {
      database.execute("PRAGMA user_version=" + (Schema.VERSION + 1));
    }

    assertThatThrownBy(() -> WritableStore.open(parent, StoreOptions.defaults()))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNSUPPORTED))
        .hasMessageContaining("version " + (Schema.VERSION + 1));
  }

  @Test
  void anUpgradeIsCompleteOrHasNoEffect() throws Exception {
    WritableStore.open(parent, StoreOptions.defaults()).close();
    List<String> good = List.of("CREATE TABLE extra (id INTEGER) STRICT");
    List<String> bad = List.of("CREATE TABLE more (id INTEGER)", "no statement");
    List<List<String>> steps = new ArrayList<>(Schema.STEPS);
    steps.add(good);
    try (Database database = Database.forWriting(LibraryFolder.databaseIn(parent))) {
      steps.add(bad);
      assertThatThrownBy(() -> Schema.upgrade(database, steps)).isInstanceOf(SQLException.class);
      assertThat(database.number("PRAGMA user_version")).isEqualTo(Schema.VERSION);
      assertThat(database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"))
          .isZero();

      steps.remove(bad);
      Schema.upgrade(database, steps);

      assertThat(database.number("PRAGMA user_version")).isEqualTo(Schema.VERSION + 1);
      assertThat(database.number("SELECT count(*) FROM extra")).isZero();
    }
  }

  /** Locks a folder until it is killed. */
  static final class HoldsFolder {
    private HoldsFolder() {}

    public static void main(String[] args) throws Exception {
      LibraryFolder folder = LibraryFolder.open(Path.of(args[0]));
      System.out.println("held");
      System.in.read();
      folder.close();
    }
  }
}
