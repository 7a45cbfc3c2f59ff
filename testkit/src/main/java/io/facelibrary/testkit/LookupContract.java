package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Finding several persons, and reading about the library. */
interface LookupContract extends ContractPart {

  @Test
  @Promise(34)
  default void findsSeveralPersonsAndOmitsTheUnknownOnes() {
    PersonId first = fixtures().addPerson();
    PersonId second = fixtures().addPerson();
    PersonId unknown = fixtures().newPersonId();

    Map<PersonId, Person> found = library().findPersons(Set.of(first, unknown, second));

    assertThat(found)
        .containsOnly(
            Map.entry(first, library().findPerson(first).orElseThrow()),
            Map.entry(second, library().findPerson(second).orElseThrow()));
    assertThat(library().findPersons(Set.of())).isEmpty();
  }

  @Test
  @Promise({22, 34})
  default void refusesToFindMorePersonsThanAPageHas() {
    Set<PersonId> tooMany = new HashSet<>();
    for (int i = 0; i <= PageRequest.MAX_SIZE; i++) {
      tooMany.add(harness().freshPerson());
    }

    Failing.assertInvalid("persons", () -> library().findPersons(tooMany));
  }

  private void assertGrowth(String counted, OptionalLong before, OptionalLong after, long by) {
    assertThat(after.isPresent()).as("%s are counted", counted).isEqualTo(before.isPresent());
    if (before.isPresent()) {
      assertThat(after.getAsLong() - before.getAsLong()).as("more %s", counted).isEqualTo(by);
    }
  }

  @Test
  @Promise(34)
  default void countsPersonsFacesAndGroups() {
    LibraryInfo before = library().info();
    assumeTrue(
        before.persons().isPresent() || before.faces().isPresent() || before.groups().isPresent(),
        "the library counts nothing");
    boolean grouped = !fixtures().newGroupId().equals(fixtures().newGroupId());
    PersonId person = fixtures().addPersonTo(fixtures().newGroupId());
    fixtures().addFace(person);
    LibraryInfo added = library().info();
    int faces = bare().queryFaces(QueryFaces.allOf(person)).ids().size();

    assertGrowth("persons", before.persons(), added.persons(), 1);
    assertGrowth("faces", before.faces(), added.faces(), faces);
    if (grouped) {
      assertGrowth("groups", before.groups(), added.groups(), 1);
    }

    library().deletePerson(person);

    LibraryInfo deleted = library().info();
    assertThat(deleted.persons()).isEqualTo(before.persons());
    assertThat(deleted.faces()).isEqualTo(before.faces());
    assertThat(deleted.groups()).isEqualTo(before.groups());
  }

  @Test
  @Promise(34)
  default void keepsItsIdentity() {
    var identity = library().info().identity();
    assumeTrue(identity.isPresent(), "the library knows no identity");

    assertThat(library().info().identity()).isEqualTo(identity);
    if (harness().durable()) {
      try (FaceLibrary other = harness().open()) {
        assertThat(other.info().identity()).isEqualTo(identity);
      }
      reopen();
      assertThat(library().info().identity()).isEqualTo(identity);
    }
  }
}
