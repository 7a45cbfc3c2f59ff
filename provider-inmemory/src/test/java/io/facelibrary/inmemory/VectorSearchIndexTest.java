package io.facelibrary.inmemory;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Compares search by embeddings with a linear search. */
class VectorSearchIndexTest {
  private static final int PERSONS = 12;
  private static final int GROUPS = 3;

  private final FakeFaceEncoder encoder = new FakeFaceEncoder();

  private static PersonId person(int number) {
    return PersonId.of("p" + number);
  }

  private static GroupId group(int number) {
    return GroupId.of("g" + number);
  }

  @Property(tries = 60)
  void findsTheSameAsALinearSearchAfterAnyChanges(@ForAll long seed) {
    Random random = new Random(seed);
    FaceLibrary library = InMemoryFaceLibrary.builder().encoder(encoder).open();
    Map<PersonId, Map<FaceId, FaceImage.Bytes>> faces = new HashMap<>();
    Map<PersonId, Set<GroupId>> memberships = new HashMap<>();

    for (int step = 0; step < 400; step++) {
      PersonId person = person(random.nextInt(PERSONS));
      GroupId group = group(random.nextInt(GROUPS));
      if (!faces.containsKey(person)) {
        library.addPerson(AddPerson.of(person, group));
        faces.put(person, new LinkedHashMap<>());
        memberships.put(person, new TreeSet<>(Comparator.comparing(GroupId::value)));
        memberships.get(person).add(group);
        continue;
      }
      Map<FaceId, FaceImage.Bytes> own = faces.get(person);
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
        memberships.get(person).add(group);
      } else if (operation == 17) {
        library.leaveGroups(person, Set.of(group));
        memberships.get(person).remove(group);
      } else if (operation == 18) {
        library.deletePerson(person);
        faces.remove(person);
        memberships.remove(person);
      }
    }

    for (int searched = 0; searched < GROUPS; searched++) {
      FaceImage.Bytes probe = TestImages.of(random.nextInt(300));
      Set<GroupId> groups =
          Set.copyOf(List.of(group(searched), group((searched + random.nextInt(2)) % GROUPS)));
      Search search =
          Search.of(probe).withGroups(groups).withTopK(4).withMinSimilarity(Similarity.NONE);
      assertThat(
              library.search(search).faces().get(0).candidates().stream()
                  .map(Candidate::person)
                  .toList())
          .isEqualTo(linearSearch(faces, memberships, groups, probe));
    }
    library.close();
  }

  private static Search everybody(FaceImage probe) {
    return Search.of(probe, group(0)).withMinSimilarity(Similarity.NONE);
  }

  private List<PersonId> linearSearch(
      Map<PersonId, Map<FaceId, FaceImage.Bytes>> faces,
      Map<PersonId, Set<GroupId>> memberships,
      Set<GroupId> groups,
      FaceImage.Bytes probe) {
    Map<PersonId, Float> nearest = new HashMap<>();
    faces.forEach(
        (person, own) -> {
          if (memberships.get(person).stream().anyMatch(groups::contains)) {
            for (FaceImage.Bytes image : own.values()) {
              nearest.merge(person, distance(image, probe), Math::min);
            }
          }
        });
    return nearest.entrySet().stream()
        .sorted(
            Map.Entry.<PersonId, Float>comparingByValue().thenComparing(it -> it.getKey().value()))
        .limit(4)
        .map(Map.Entry::getKey)
        .toList();
  }

  private float distance(FaceImage.Bytes one, FaceImage.Bytes other) {
    float[] a = embedding(one);
    float[] b = embedding(other);
    float[] sums = new float[4];
    for (int i = 0; i < a.length; i++) {
      float difference = a[i] - b[i];
      sums[i < 8 ? i % 4 : 0] += difference * difference;
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  private float[] embedding(FaceImage.Bytes image) {
    return encoder.encodeAll(image, 1).orThrow().get(0).embedding().toArray();
  }

  @Test
  void alwaysFindsAnUnchangedPersonUnderConcurrentChanges() throws Exception {
    FaceLibrary library = InMemoryFaceLibrary.builder().encoder(encoder).open();
    PersonId unchanged = PersonId.of("unchanged");
    FaceImage.Bytes image = TestImages.of(7);
    library.addPerson(AddPerson.of(unchanged, group(0)));
    FaceId face = library.addFaces(AddFaces.of(unchanged, image)).added().get(0);
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      PersonId changed = person(i);
      // One is in the same group. The other is in another group and reuses the freed slots.
      library.addPerson(AddPerson.of(changed, group(i)));
      others.add(
          threads.submit(
              () -> {
                long seed = 1000;
                while (!ended.get()) {
                  FaceId added =
                      library
                          .addFaces(AddFaces.of(changed, TestImages.of(seed++ % 50 + 1000)))
                          .added()
                          .get(0);
                  library.deleteFaces(DeleteFaces.of(changed, added)).orThrow();
                }
              }));
    }

    try {
      for (int i = 0; i < 3000; i++) {
        List<Candidate> found = library.search(everybody(image)).faces().get(0).candidates();
        assertThat(found.get(0).face()).contains(face);
        assertThat(found).extracting(Candidate::person).doesNotContain(person(1));
      }
    } finally {
      ended.set(true);
    }
    for (Future<?> other : others) {
      other.get();
    }
    threads.shutdown();
    library.close();
  }

  @Test
  void findsTheNearestInASearchThatIsSplitOverThreads() {
    FaceLibrary library = InMemoryFaceLibrary.builder().encoder(encoder).open();
    int many = 20_000;
    for (int i = 0; i < many; i += 20) {
      PersonId person = person(i);
      library.addPerson(AddPerson.of(person, group(0)));
      List<FaceImage> images = new ArrayList<>();
      for (int j = 0; j < 20; j++) {
        images.add(TestImages.of(i + j));
      }
      library.addFaces(AddFaces.of(person, images)).orThrow();
    }

    for (int i = 0; i < many; i += 997) {
      Candidate best = library.search(everybody(TestImages.of(i))).best().orElseThrow();
      assertThat(best.person()).isEqualTo(person(i - i % 20));
      assertThat(best.similarity().value()).isEqualTo(1);
    }
    library.close();
  }
}
