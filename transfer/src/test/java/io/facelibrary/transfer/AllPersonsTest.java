package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllPersonsTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final PersonId BOB = PersonId.of("bob");
  private static final GroupId STAFF = GroupId.of("staff");

  private final FaceLibrary library = FaceLibraries.open("inmemory", Map.of());

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void anEmptyLibraryHasNoPerson() {
    assertThat(AllPersons.of(library)).isEmpty();
    assertThat(AllPersons.of(new Doubles.Cloud(library))).isEmpty();
  }

  @Test
  void personsInNoGroupAreListedIfTheLibraryListsAllPersons() {
    library.addPerson(AddPerson.of(ADA));
    library.addPerson(AddPerson.of(BOB));
    library.leaveGroups(ADA, Set.of(GroupId.DEFAULT));
    FaceLibrary cloud = new Doubles.Cloud(library);

    assertThat(AllPersons.of(library)).containsExactlyInAnyOrder(ADA, BOB);
    assertThat(AllPersons.of(cloud)).containsExactly(BOB);
    assertThat(AllPersons.areIn(library.capabilities())).isTrue();
    assertThat(AllPersons.areIn(cloud.capabilities())).isFalse();
  }

  @Test
  void aPersonInTwoGroupsIsListedOnce() {
    library.addPerson(AddPerson.of(ADA, GroupId.DEFAULT, STAFF));
    library.addPerson(AddPerson.of(BOB, STAFF));

    assertThat(AllPersons.of(library)).containsExactlyInAnyOrder(ADA, BOB);
    assertThat(AllPersons.of(new Doubles.Cloud(library))).containsExactlyInAnyOrder(ADA, BOB);
  }

  @Test
  void theGroupsOfALibraryWithoutUngroupedPersonsContainEverybody() {
    library.addPerson(AddPerson.of(ADA, STAFF));
    FaceLibrary grouped = new Doubles.Poorer(library, Capability.PERSONS_WITHOUT_GROUPS);

    assertThat(AllPersons.of(new Doubles.Cloud(grouped))).containsExactly(ADA);
    assertThat(AllPersons.areIn(new Doubles.Cloud(grouped).capabilities())).isTrue();
  }

  @Test
  void aLibraryWithoutNamedGroupsIsAskedForItsOnlyGroup() {
    library.addPerson(AddPerson.of(ADA));
    Recording recording =
        new Recording(new Doubles.Cloud(new Doubles.Poorer(library, Capability.NAMED_GROUPS)));

    assertThat(AllPersons.of(recording)).containsExactly(ADA);
    assertThat(AllPersons.areIn(recording.capabilities())).isTrue();
    assertThat(recording.operations).containsExactly(Operation.LIST_PERSONS);
  }

  @Test
  void oneRequestFindsWhetherThereIsAPerson() {
    library.addPerson(AddPerson.of(ADA, STAFF));
    library.addPerson(AddPerson.of(BOB));
    Recording recording = new Recording(library);

    assertThat(AllPersons.of(recording).findAny()).isPresent();
    assertThat(recording.operations).containsExactly(Operation.LIST_ALL_PERSONS);
  }

  /** Records the operations. */
  private static final class Recording extends ForwardingFaceLibrary {
    private final List<Operation> operations = new ArrayList<>();

    Recording(FaceLibrary delegate) {
      super(delegate);
    }

    @Override
    protected <T> T around(Call<T> call) {
      operations.add(call.operation());
      return call.proceed();
    }
  }
}
