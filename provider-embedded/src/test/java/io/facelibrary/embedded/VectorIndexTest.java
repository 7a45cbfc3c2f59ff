package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Compares search in the mapped vectors with a linear search. */
class VectorIndexTest {
  private static final int PERSONS = 10;
  private static final int GROUPS = 3;

  private final FakeFaceEncoder encoder = new FakeFaceEncoder();

  /** The expected content of a library. */
  private static final class Model {
    final Map<PersonId, Map<FaceId, FaceImage.Bytes>> faces = new HashMap<>();
    final Map<PersonId, Set<GroupId>> groups = new HashMap<>();
  }

  @Property(tries = 4)
  void findsTheSameAsALinearSearchAlsoWhenOpenedAgain(@ForAll long seed) {
    Random random = new Random(seed);
    FolderHarness harness =
        new FolderHarness(folder -> EmbeddedFaceLibrary.builder(folder).encoder(encoder).open());
    Model model = new Model();

    for (int opening = 0; opening < 3; opening++) {
      try (FaceLibrary library = harness.open()) {
        for (int step = 0; step < 40; step++) {
          step(library, model, random);
        }
        assertFindsTheSame(library, model, random);
      }
    }
    harness.close();
  }

  private static void step(FaceLibrary library, Model model, Random random) {
    PersonId person = PersonId.of("p" + random.nextInt(PERSONS));
    GroupId group = GroupId.of("g" + random.nextInt(GROUPS));
    if (!model.faces.containsKey(person)) {
      library.addPerson(AddPerson.of(person, group));
      model.faces.put(person, new HashMap<>());
      model.groups.put(person, new HashSet<>(Set.of(group)));
      return;
    }
    Map<FaceId, FaceImage.Bytes> own = model.faces.get(person);
    int operation = random.nextInt(20);
    if (operation < 12) {
      FaceImage.Bytes image = TestImages.of(random.nextInt(300));
      own.put(library.addFaces(AddFaces.of(person, image)).added().get(0), image);
    } else if (operation < 16 && !own.isEmpty()) {
      FaceId face = List.copyOf(own.keySet()).get(random.nextInt(own.size()));
      library.deleteFaces(DeleteFaces.of(person, face)).orThrow();
      own.remove(face);
    } else if (operation == 16) {
      library.joinGroups(person, Set.of(group));
      model.groups.get(person).add(group);
    } else if (operation == 17) {
      library.leaveGroups(person, Set.of(group));
      model.groups.get(person).remove(group);
    } else if (operation == 18) {
      library.deletePerson(person);
      model.faces.remove(person);
      model.groups.remove(person);
    }
  }

  private void assertFindsTheSame(FaceLibrary library, Model model, Random random) {
    for (int searched = 0; searched < GROUPS; searched++) {
      FaceImage.Bytes probe = TestImages.of(random.nextInt(300));
      Set<GroupId> groups =
          Set.of(GroupId.of("g" + searched), GroupId.of("g" + (1 + searched) % GROUPS));
      List<Candidate> found =
          library
              .search(
                  Search.of(probe)
                      .withGroups(groups)
                      .withTopK(4)
                      .withMinSimilarity(Similarity.NONE))
              .faces()
              .get(0)
              .candidates();

      assertThat(found.stream().map(Candidate::person).toList())
          .isEqualTo(linearSearch(model, groups, probe));
    }
  }

  private List<PersonId> linearSearch(Model model, Set<GroupId> groups, FaceImage.Bytes probe) {
    Map<PersonId, Double> nearest = new HashMap<>();
    model.faces.forEach(
        (person, own) -> {
          if (model.groups.get(person).stream().anyMatch(groups::contains)) {
            own.values().forEach(it -> nearest.merge(person, distance(it, probe), Math::min));
          }
        });
    List<PersonId> persons = new ArrayList<>(nearest.keySet());
    persons.sort(Comparator.<PersonId>comparingDouble(nearest::get).thenComparing(PersonId::value));
    return persons.subList(0, Math.min(4, persons.size()));
  }

  private double distance(FaceImage.Bytes one, FaceImage.Bytes other) {
    float[] a = embedding(one);
    float[] b = embedding(other);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - (double) b[i]) * (a[i] - (double) b[i]);
    }
    return sum;
  }

  private float[] embedding(FaceImage.Bytes image) {
    return encoder.encodeAll(image, 1).orThrow().get(0).embedding().toArray();
  }
}
