package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.FaceIds;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a library that a program with version 2 of the schema wrote, with consecutive face ids. */
class UpgradeFromVersion2Test {
  private static final PersonId ANN = PersonId.of("ann");
  private static final PersonId BEN = PersonId.of("ben");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceId FIRST = FaceId.of("18936406924352844");
  private static final FaceId DELETED = FaceId.of("18936406924352845");
  private static final FaceId SECOND = FaceId.of("18936406924352846");
  private static final FaceId OF_BEN = FaceId.of("18936406924352847");
  private static final FaceId LAST = FaceId.of("18936406924352848");
  private static final StoreOptions OPTIONS =
      StoreOptions.defaults()
          .withModel("numbers/1", 9)
          .withLimits(OptionalInt.of(4), OptionalInt.of(2));

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(getClass().getResourceAsStream("library-version-2.zip"))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        entry = zip.getNextEntry();
      }
    }
  }

  @Test
  void facesKeepTheirIdsAndTheirOrder() {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
      assertThat(StoreSteps.faces(store, ANN)).contains(List.of(FIRST, SECOND, LAST));
      assertThat(StoreSteps.faces(store, BEN)).contains(List.of(OF_BEN));
      assertThat(StoreSteps.content(store, ANN, LAST).orElseThrow().image())
          .contains(TestImages.of(4));
      assertThat(StoreSteps.content(store, ANN, DELETED)).isEmpty();
      float[] probe =
          StoreSteps.content(store, BEN, OF_BEN).orElseThrow().embedding().orElseThrow().toArray();
      assertThat(store.nearest(NearestQuery.of(List.of(probe), List.of(STAFF), 1)).byProbe())
          .containsExactly(List.of(new Neighbor(BEN, OF_BEN, 0)));
      assertThat(store.check()).isEmpty();
      assertThat(store.components().report()).isEqualTo(new StoreComponents.OpeningReport(0, 0, 0));
    }
  }

  @Test
  void newFacesHaveSpreadIdsAndFollowTheOlderOnesAlsoWhenOpenedAgain() {
    FaceId added;
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      added = StoreSteps.addFace(store, ANN, TestImages.of(9), 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(Long.parseLong(added.value())).isGreaterThanOrEqualTo(FaceIds.LEAST);
    }
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(StoreSteps.faces(store, ANN)).contains(List.of(FIRST, SECOND, LAST, added));
      assertThat(store.newFaceIds(1_000)).doesNotContain(FIRST, DELETED, SECOND, LAST, added);

      assertThat(StoreSteps.deleteFace(store, ANN, SECOND)).isTrue();
      assertThat(StoreSteps.deleteFace(store, ANN, added)).isTrue();

      assertThat(StoreSteps.faces(store, ANN)).contains(List.of(FIRST, LAST));
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void aKeyIsTheIdOfAnOlderFaceOnly() {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      FaceKeys keys = store.keys();
      long last = Long.parseLong(LAST.value());

      assertThat(keys.id(last)).isEqualTo(LAST);
      assertThat(keys.key(LAST)).isEqualTo(OptionalLong.of(last));
      assertThat(keys.key(FaceId.of(Long.toString(last + 1)))).isEmpty();
      assertThat(keys.key(FaceId.of("0" + LAST.value()))).isEmpty();
      assertThat(keys.key(FaceId.of("x"))).isEmpty();
      assertThat(keys.key(keys.id(last + 1))).isEqualTo(OptionalLong.of(last + 1));
    }
  }

  @Test
  void aReaderOfAnUpgradedLibraryKnowsTheSameIds() {
    FaceId added;
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      added = StoreSteps.addFace(store, ANN, TestImages.of(9), 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
    try (ReadOnlyStore reader = ReadOnlyStore.open(folder, Optional.empty())) {
      assertThat(StoreSteps.faces(reader, ANN)).contains(List.of(FIRST, SECOND, LAST, added));
      assertThat(StoreSteps.content(reader, ANN, added)).isPresent();
    }
  }
}
