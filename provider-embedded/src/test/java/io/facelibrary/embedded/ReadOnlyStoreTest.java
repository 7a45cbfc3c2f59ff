package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.Reads;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyStoreTest {
  private static final PersonId ANN = PersonId.of("ann");

  @TempDir Path folder;

  @Test
  void aReaderSeesTheLastWrite() {
    try (WritableStore writer = WritableStore.open(folder, StoreOptions.defaults());
        ReadOnlyStore reader = ReadOnlyStore.open(folder, Optional.empty())) {
      StoreSteps.addPerson(writer, ANN, "Ann");

      assertThat(StoreSteps.name(reader, ANN)).contains("Ann");
      assertThat(reader.groups(Optional.empty(), 9)).containsExactly(GroupId.DEFAULT);
      assertThat(StoreSteps.members(reader, GroupId.DEFAULT)).containsExactly(ANN);
      assertThat(reader.creationDay(GroupId.DEFAULT)).isPresent();
    }
  }

  @Test
  void aReaderRefusesChanges() {
    WritableStore.open(folder, StoreOptions.defaults()).close();
    try (ReadOnlyStore reader = ReadOnlyStore.open(folder, Optional.empty())) {
      assertThatThrownBy(() -> StoreSteps.addPerson(reader, ANN, ""))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.PERMISSION_DENIED));
      assertThatThrownBy(
              () -> reader.change(ANN, Reads.NOTHING, person -> Decision.unchanged(true)))
          .isInstanceOf(FaceLibraryException.class);

      assertThat(StoreSteps.name(reader, ANN)).isEmpty();
    }
  }

  @Test
  void anEmptyFolderIsRefusedForReading() {
    assertThatThrownBy(() -> ReadOnlyStore.open(folder, Optional.empty()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("folder");

    assertThat(folder).isEmptyDirectory();
  }
}
