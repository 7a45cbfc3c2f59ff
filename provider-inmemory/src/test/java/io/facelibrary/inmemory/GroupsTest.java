package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId A = GroupId.of("a");
  private static final GroupId B = GroupId.of("b");
  private static final GroupId C = GroupId.of("c");

  private final FaceLibrary library =
      InMemoryFaceLibrary.builder().limits(Limits.builder().groups(2).build()).open();

  @Test
  void joinsNoneOfSeveralGroupsIfOneExceedsTheQuota() {
    library.addPerson(AddPerson.of(ALICE, A));

    assertThatThrownBy(() -> library.joinGroups(ALICE, Set.of(B, C)))
        .isInstanceOfSatisfying(FaceLibraryException.class, GroupsTest::isQuota);

    assertThat(groups()).containsExactly(A);
    library.joinGroups(ALICE, Set.of(C));
    assertThat(groups()).containsExactly(A, C);
  }

  @Test
  void addsNoPersonIfItsGroupsExceedTheQuota() {
    assertThatThrownBy(() -> library.addPerson(AddPerson.of(ALICE, A, B, C)))
        .isInstanceOfSatisfying(FaceLibraryException.class, GroupsTest::isQuota);

    assertThat(library.findPerson(ALICE)).isEmpty();
    assertThat(groups()).isEmpty();
    library.addPerson(AddPerson.of(ALICE, A, B));
    assertThat(groups()).containsExactly(A, B);
  }

  @Test
  void freesAPlaceWhenTheLastMemberLeavesAGroup() {
    library.addPerson(AddPerson.of(ALICE, A, B));
    library.leaveGroups(ALICE, Set.of(A));

    library.joinGroups(ALICE, Set.of(C));

    assertThat(groups()).containsExactly(B, C);
  }

  @Test
  void countsGroupsCorrectlyUnderConcurrentChanges() throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> tasks = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      PersonId person = PersonId.of("p" + t);
      Random random = new Random(t);
      tasks.add(
          pool.submit(
              () -> {
                start.await();
                addAndDelete(person, random);
                return person;
              }));
    }
    for (Future<?> task : tasks) {
      task.get();
    }
    pool.shutdown();

    assertThat(groups()).isEmpty();
    library.addPerson(AddPerson.of(ALICE, A, B));
    assertThat(groups()).containsExactly(A, B);
  }

  private void addAndDelete(PersonId person, Random random) {
    for (int i = 0; i < 2_000; i++) {
      GroupId one = GroupId.of("g" + random.nextInt(4));
      GroupId other = GroupId.of("g" + random.nextInt(4));
      try {
        library.addPerson(AddPerson.of(person, one, other));
      } catch (FaceLibraryException full) {
        isQuota(full);
        continue;
      }
      assertThat(library.listPersons(one, PageRequest.first()).items()).contains(person);
      assertThat(library.deletePerson(person)).isTrue();
    }
  }

  private static void isQuota(FaceLibraryException failure) {
    assertThat(failure.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
  }

  private List<GroupId> groups() {
    return library.listGroups(PageRequest.first()).items();
  }
}
