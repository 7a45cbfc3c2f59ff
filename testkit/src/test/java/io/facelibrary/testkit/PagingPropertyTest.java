package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class PagingPropertyTest {
  private static final GroupId GROUP = GroupId.of("group");

  @Property(tries = 200)
  void listsEachPersonOnceForAnyIdsAndAnyPageSize(
      @ForAll Set<@AlphaChars @NotBlank @StringLength(max = 12) String> ids,
      @ForAll @IntRange(min = 1, max = 20) int size) {
    Set<PersonId> persons = ids.stream().map(PersonId::of).collect(Collectors.toSet());
    try (FaceLibrary library = notebook()) {
      persons.forEach(person -> library.addPerson(AddPerson.of(person, GROUP)));

      assertThat(Paging.all(PageRequest.first(size), page -> library.listPersons(GROUP, page)))
          .containsExactlyInAnyOrderElementsOf(persons);
    }
  }

  @Property(tries = 200)
  void listsEachGroupOnceForAnyIdsAndAnyPageSize(
      @ForAll Set<@AlphaChars @NotBlank @StringLength(max = 12) String> ids,
      @ForAll @IntRange(min = 1, max = 20) int size) {
    Set<GroupId> groups = ids.stream().map(GroupId::of).collect(Collectors.toSet());
    try (FaceLibrary library = notebook()) {
      groups.forEach(group -> library.addPerson(AddPerson.of(PersonId.of(group.value()), group)));

      assertThat(Paging.all(PageRequest.first(size), library::listGroups))
          .containsExactlyInAnyOrderElementsOf(groups);
    }
  }

  private static FaceLibrary notebook() {
    return new NotebookHarness(Offered.ALL, UnaryOperator.identity()).open();
  }
}
