package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final GroupId STAFF = GroupId.of("staff");

  @Property(tries = 200)
  void visitsEachPersonOnceInOrderWhateverTheIdsAndThePageSize(
      @ForAll @Size(max = 60) Set<@NotBlank @StringLength(max = 12) String> names,
      @ForAll @IntRange(min = 1, max = 70) int size) {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    List<PersonId> added = new ArrayList<>();
    for (String name : names) {
      isId(name).ifPresent(added::add);
    }
    added.forEach(person -> library.addPerson(AddPerson.of(person, STAFF)));

    List<PersonId> visited = visit(library, size);

    assertThat(visited).containsExactlyInAnyOrderElementsOf(added);
    assertThat(visited).isSortedAccordingTo((one, other) -> one.value().compareTo(other.value()));
  }

  @Property(tries = 500)
  void takesNoTextForAToken(@ForAll @StringLength(max = 40) String text) {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();

    assertThatThrownBy(() -> library.listGroups(new PageRequest(1, Optional.of(text))))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> assertThat(refusal.field()).isEqualTo("page.token"));
  }

  @Test
  void takesNoTokenOfAnotherGroupOrListOrLibrary() {
    FaceLibrary library = withThree();
    String token = library.listPersons(STAFF, PageRequest.first(1)).next().orElseThrow();
    PageRequest page = PageRequest.first(1).after(token);

    assertThatThrownBy(() -> library.listPersons(GroupId.of("night"), page))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> library.listGroups(page)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> withThree().listPersons(STAFF, page))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void takesNoTokenThatNamesAnotherElementThanItWasMadeFor() {
    FaceLibrary library = withThree();
    String token = library.listPersons(STAFF, PageRequest.first(1)).next().orElseThrow();
    byte[] forged = Base64.getUrlDecoder().decode(token);
    forged[forged.length - 1]++;
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);

    assertThatThrownBy(() -> library.listPersons(STAFF, PageRequest.first(1).after(text)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void goesOnBehindAnElementThatLeftMeanwhile() {
    FaceLibrary library = withThree();
    Page<PersonId> first = library.listPersons(STAFF, PageRequest.first(1));
    library.deletePerson(first.items().get(0));

    Page<PersonId> second =
        library.listPersons(STAFF, PageRequest.first(5).after(first.next().orElseThrow()));

    assertThat(second.items()).containsExactly(PersonId.of("bert"), PersonId.of("carl"));
    assertThat(second.next()).isEmpty();
  }

  private static FaceLibrary withThree() {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    for (String name : List.of("anna", "bert", "carl")) {
      library.addPerson(AddPerson.of(PersonId.of(name), STAFF, GroupId.of("night")));
    }
    return library;
  }

  private static Optional<PersonId> isId(String name) {
    try {
      return Optional.of(PersonId.of(name));
    } catch (InvalidRequestException e) {
      return Optional.empty();
    }
  }

  private static List<PersonId> visit(FaceLibrary library, int size) {
    List<PersonId> visited = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(size));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<PersonId> page = library.listPersons(STAFF, request);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      visited.addAll(page.items());
      next = page.next().map(request::after);
    }
    return visited;
  }
}
