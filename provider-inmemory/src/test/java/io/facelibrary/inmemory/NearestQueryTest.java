package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.NewFace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searches of the store with a restriction to persons and with a bound. */
class NearestQueryTest {
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final PersonId ANN = PersonId.of("ann");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CLEO = PersonId.of("cleo");
  private static final List<float[]> ZERO = List.of(new float[] {0});

  private final MemoryStore store = MemoryStore.ofEmbeddings(9, Clock.systemUTC(), 1);

  NearestQueryTest() {
    add(ANN, STAFF, 1, 5);
    add(BEN, STAFF, 2);
    add(CLEO, GUESTS, 3);
  }

  private void add(PersonId person, GroupId group, float... values) {
    List<FaceId> ids = store.newFaceIds(values.length);
    List<NewFace> faces = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      faces.add(
          new NewFace(
              Face.of(ids.get(i)),
              Optional.empty(),
              Optional.of(FaceEmbedding.of(new float[] {values[i]}))));
    }
    store.add(AddPerson.of(person, group), faces);
  }

  private List<PersonId> found(NearestQuery query) {
    return store.nearest(query).byProbe().get(0).stream().map(Neighbor::person).toList();
  }

  @Test
  void everyFaceOfTheGroupsIsComparedOnce() {
    NearestQuery query = NearestQuery.of(ZERO, List.of(STAFF, GUESTS), 9);

    assertThat(found(query)).containsExactly(ANN, BEN, CLEO);
    assertThat(store.nearest(query).facesCompared()).isEqualTo(4);
    assertThat(store.nearest(NearestQuery.of(ZERO, List.of(STAFF), 9)).facesCompared())
        .isEqualTo(3);
  }

  @Test
  void onlyTheFacesOfTheGivenPersonsInTheGroupsAreCompared() {
    NearestQuery query =
        NearestQuery.of(ZERO, List.of(STAFF), 9)
            .withPersons(Set.of(ANN, CLEO, PersonId.of("nobody")));

    assertThat(found(query)).containsExactly(ANN);
    assertThat(store.nearest(query).facesCompared()).isEqualTo(2);
  }

  @Test
  void theBoundDependsOnTheNumberOfFacesCompared() {
    NearestQuery query =
        NearestQuery.of(ZERO, List.of(STAFF, GUESTS), 9).withBound(faces -> faces == 4 ? 4 : 100);

    assertThat(found(query)).containsExactly(ANN, BEN);
  }
}
