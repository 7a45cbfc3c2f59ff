package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@link FaceLibraries#forEachPerson}. */
class PersonWalkerTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final PersonId BOB = PersonId.of("bob");
  private static final PersonId CAROL = PersonId.of("carol");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");

  private final List<PersonId> persons = new ArrayList<>();

  /** Lists one item per page, with an empty page before the last one. */
  private static final class Paged extends FakeFaceLibrary {
    private final Map<GroupId, List<PersonId>> members =
        Map.of(STAFF, List.of(ALICE, BOB), GUESTS, List.of(BOB, CAROL, ALICE));

    Paged() {}

    Paged(Capabilities capabilities) {
      super(capabilities);
    }

    @Override
    public Page<GroupId> listGroups(PageRequest page) {
      return page(List.of(STAFF, GUESTS), page);
    }

    @Override
    public Page<PersonId> listPersons(GroupId group, PageRequest page) {
      return page(members.get(group), page);
    }

    private static <T> Page<T> page(List<T> all, PageRequest request) {
      int from = request.token().map(Integer::parseInt).orElse(0);
      if (from == all.size()) {
        return new Page<>(List.of(), Optional.of(Integer.toString(from + 1)));
      }
      return from > all.size()
          ? Page.last(List.of())
          : new Page<>(List.of(all.get(from)), Optional.of(Integer.toString(from + 1)));
    }
  }

  /** Reports persons in no group, too. */
  private static final class Archive extends FakeFaceLibrary implements FaceArchive {
    @Override
    public Optional<EncoderModel> model() {
      return Optional.empty();
    }

    @Override
    public void forEachPerson(Consumer<PersonId> each) {
      List.of(CAROL, ALICE).forEach(each);
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      return Optional.empty();
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      throw new AssertionError("not called");
    }
  }

  @Test
  void reportsThePersonsOfAllGroupsOnceOverAllPages() {
    FaceLibraries.forEachPerson(FaceLibraries.guard("sample", new Paged()), persons::add);

    assertThat(persons).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
  }

  @Test
  void usesTheArchiveIfThereIsOne() {
    Archive archive = new Archive();

    FaceLibraries.forEachPerson(FaceLibraries.guard("sample", archive), persons::add);

    assertThat(persons).containsExactly(CAROL, ALICE);
    assertThat(archive.calls).isEmpty();
  }

  @Test
  void requiresTheCapabilityToList() {
    FaceLibrary library =
        FaceLibraries.guard(
            "sample", new Paged(Capabilities.all().without(Capability.LIST_PERSONS)));

    assertThatThrownBy(() -> FaceLibraries.forEachPerson(library, persons::add))
        .isInstanceOf(UnsupportedCapabilityException.class);
  }
}
