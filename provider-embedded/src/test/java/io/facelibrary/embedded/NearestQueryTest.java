package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of both stores with a restriction to persons and with a bound. */
class NearestQueryTest {
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final PersonId ANN = PersonId.of("ann");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CLEO = PersonId.of("cleo");
  private static final NearestQuery EVERYBODY =
      NearestQuery.of(List.of(new float[] {0}), List.of(STAFF, GUESTS), 9);

  @TempDir Path folder;

  @Test
  void bothStoresCompareTheSameFaces() {
    try (WritableStore store =
            WritableStore.open(folder, StoreOptions.defaults().withModel("m", 1));
        ReadOnlyStore reader = ReadOnlyStore.open(folder, Optional.empty())) {
      StoreSteps.addPerson(store, ANN, "", STAFF);
      StoreSteps.addPerson(store, BEN, "", STAFF);
      StoreSteps.addPerson(store, CLEO, "", GUESTS);
      StoreSteps.addFace(store, ANN, TestImages.of(1), 1);
      StoreSteps.addFace(store, ANN, TestImages.of(2), 5);
      StoreSteps.addFace(store, BEN, TestImages.of(3), 2);
      StoreSteps.addFace(store, CLEO, TestImages.of(4), 3);

      for (LibraryStore each : List.of(store, reader)) {
        assertFinds(each, EVERYBODY, 4, ANN, BEN, CLEO);
        assertFinds(each, EVERYBODY.withBound(faces -> faces == 4 ? 4 : 100), 4, ANN, BEN);
        assertFinds(
            each, EVERYBODY.withPersons(Set.of(CLEO, ANN, PersonId.of("nobody"))), 3, ANN, CLEO);
        assertFinds(
            each,
            NearestQuery.of(EVERYBODY.probes(), List.of(STAFF), 9).withPersons(Set.of(CLEO)),
            0);
      }
    }
  }

  private static void assertFinds(
      LibraryStore store, NearestQuery query, long compared, PersonId... persons) {
    assertThat(store.nearest(query).byProbe().get(0).stream().map(Neighbor::person))
        .containsExactly(persons);
    assertThat(store.nearest(query).facesCompared()).isEqualTo(compared);
  }
}
