package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonWalkerTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final PersonId BOB = PersonId.of("bob");
  private static final PersonId EVE = PersonId.of("eve");

  private final FaceLibrary library = FaceLibraries.open("inmemory", Map.of());

  @AfterEach
  void close() {
    library.close();
  }

  /** Ada is in two groups, Bob in one, Eve in none. */
  private void fill() {
    library.addPerson(AddPerson.of(ADA, GroupId.of("day"), GroupId.of("night")));
    library.addPerson(AddPerson.of(BOB, GroupId.of("night")));
    library.addPerson(AddPerson.of(EVE));
    library.leaveGroups(EVE, Set.of(GroupId.DEFAULT));
  }

  private static List<PersonId> persons(PersonWalker walker) {
    List<PersonId> persons = new ArrayList<>();
    walker.forEachPerson(persons::add);
    return persons;
  }

  @Test
  void visitsAllPersonsOfAnArchive() {
    fill();
    PersonWalker walker = PersonWalker.of(library);

    assertThat(walker.includesUngrouped()).isTrue();
    assertThat(persons(walker)).containsExactlyInAnyOrder(ADA, BOB, EVE);
  }

  @Test
  void visitsEachPersonInAGroupOnceIfThereIsNoArchive() {
    fill();
    PersonWalker walker = PersonWalker.of(new Doubles.Cloud(library));

    assertThat(walker.includesUngrouped()).isFalse();
    assertThat(persons(walker)).containsExactlyInAnyOrder(ADA, BOB);
  }

  @Test
  void visitsThePersonsOfSomeGroupsOnce() {
    fill();
    List<PersonId> visited = new ArrayList<>();

    PersonWalker.of(library)
        .forEachPersonIn(List.of(GroupId.of("night"), GroupId.of("day")), visited::add);

    assertThat(visited).containsExactlyInAnyOrder(ADA, BOB);
  }

  @Test
  void aCheckThatThrowsEndsTheWalk() {
    fill();
    RuntimeException stop = new IllegalStateException("stop");
    List<PersonId> visited = new ArrayList<>();
    PersonWalker walker =
        PersonWalker.of(library)
            .checking(
                () -> {
                  if (visited.size() == 1) {
                    throw stop;
                  }
                });

    assertThatThrownBy(() -> walker.forEachPerson(visited::add)).isSameAs(stop);
    assertThat(visited).hasSize(1);
  }

  @Test
  void anEmptyLibraryIsEmpty() {
    assertThat(PersonWalker.of(library).isEmpty()).isTrue();
    assertThat(PersonWalker.of(new Doubles.Cloud(library)).isEmpty()).isTrue();
  }

  @Test
  void aLibraryWithAPersonIsNotEmpty() {
    fill();

    assertThat(PersonWalker.of(library).isEmpty()).isFalse();
    assertThat(PersonWalker.of(new Doubles.Cloud(library)).isEmpty()).isFalse();
  }

  @Test
  void visitsOnePersonToSeeThatAnArchiveIsNotEmpty() {
    fill();
    CountingArchive archive = new CountingArchive(library);

    assertThat(PersonWalker.of(archive).isEmpty()).isFalse();
    assertThat(archive.visited).isEqualTo(1);
  }

  /** Counts the persons that it passes on. */
  private static final class CountingArchive extends ForwardingFaceLibrary implements FaceArchive {
    private int visited;

    CountingArchive(FaceLibrary delegate) {
      super(delegate);
    }

    private FaceArchive archive() {
      return delegate().unwrap(FaceArchive.class).orElseThrow();
    }

    @Override
    public Optional<EncoderModel> model() {
      return archive().model();
    }

    @Override
    public void forEachPerson(Consumer<PersonId> each) {
      archive()
          .forEachPerson(
              person -> {
                visited++;
                each.accept(person);
              });
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      return archive().findArchivedFace(person, face);
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      return archive().addArchivedFaces(person, faces);
    }
  }
}
