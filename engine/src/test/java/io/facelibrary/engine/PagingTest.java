package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.engine.support.MapLibraryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId NIGHT = GroupId.of("night");

  @Property(tries = 300)
  void visitsEachElementOnceInOrder(
      @ForAll @Size(max = 60) Set<@NotBlank @StringLength(max = 12) String> names,
      @ForAll @IntRange(min = 1, max = 70) int size) {
    PageTokens.Of<String> tokens =
        new PageTokens("library 7").of("list", Function.identity(), it -> it);
    // Unpaired surrogates cannot be encoded as UTF-8; ids must not contain them.
    TreeSet<String> sorted =
        names.stream()
            .filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name))
            .collect(Collectors.toCollection(TreeSet::new));
    Paging.Sorted<String> list =
        (after, limit) ->
            after.map(it -> sorted.tailSet(it, false)).orElse(sorted).stream()
                .limit(limit)
                .toList();
    List<String> visited = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(size));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<String> page = Paging.page(list, tokens, request);
      // Only the last page is shorter, and no page is empty unless the list is.
      assertThat(page.items().size() == size || page.next().isEmpty()).isTrue();
      assertThat(page.items().isEmpty()).isEqualTo(sorted.isEmpty());
      visited.addAll(page.items());
      next = page.next().map(request::after);
    }

    assertThat(visited).containsExactlyElementsOf(sorted);
  }

  @Property(tries = 500)
  void refusesEveryInvalidToken(@ForAll @StringLength(max = 40) String text) {
    PageTokens.Of<String> tokens =
        new PageTokens("library 7").of("list", Function.identity(), it -> it);

    assertRefuses(() -> tokens.read(text));
  }

  @Test
  void readsItsOwnTokensOfAnyLength() {
    PageTokens.Of<String> tokens =
        new PageTokens("library 7").of("list", Function.identity(), it -> it);

    for (String element : List.of("a", "李", "x".repeat(255))) {
      assertThat(tokens.read(tokens.after(element))).isEqualTo(element);
    }
    assertRefuses(() -> tokens.read(tokens.after("")));
  }

  @Test
  void refusesTheTokenOfAnotherGroupListOrLibrary() {
    FaceLibrary library = withThreePersons("library 1");
    String token = library.listPersons(STAFF, PageRequest.first(1)).next().orElseThrow();
    PageRequest page = PageRequest.first(1).after(token);

    assertThat(withThreePersons("library 1").listPersons(STAFF, page).items())
        .containsExactly(PersonId.of("bert"));
    assertRefuses(() -> library.listPersons(NIGHT, page));
    assertRefuses(() -> library.listGroups(page));
    assertRefuses(() -> withThreePersons("library 2").listPersons(STAFF, page));
  }

  @Test
  void refusesATokenWithAChangedElement() {
    FaceLibrary library = withThreePersons("library 1");
    String token = library.listPersons(STAFF, PageRequest.first(1)).next().orElseThrow();
    byte[] forged = Base64.getUrlDecoder().decode(token);
    forged[forged.length - 1]++;
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);

    assertRefuses(() -> library.listPersons(STAFF, PageRequest.first(1).after(text)));
  }

  @Test
  void continuesAfterAnElementThatWasRemovedMeanwhile() {
    FaceLibrary library = withThreePersons("library 1");
    Page<PersonId> first = library.listPersons(STAFF, PageRequest.first(1));
    library.deletePerson(first.items().get(0));

    Page<PersonId> second =
        library.listPersons(STAFF, PageRequest.first(5).after(first.next().orElseThrow()));

    assertThat(second.items()).containsExactly(PersonId.of("bert"), PersonId.of("carl"));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void listsGroupsInPages() {
    FaceLibrary library = withThreePersons("library 1");
    Page<GroupId> first = library.listGroups(PageRequest.first(1));

    assertThat(first.items()).containsExactly(NIGHT);
    assertThat(library.listGroups(PageRequest.first(1).after(first.next().orElseThrow())))
        .isEqualTo(Page.last(List.of(STAFF)));
  }

  private static void assertRefuses(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo("page.token"))
        .hasMessageContaining("must be a token that this list returned");
  }

  private static FaceLibrary withThreePersons(String identity) {
    FaceLibrary library =
        new EngineFaceLibrary(
            new MapLibraryStore(Clock.systemUTC(), identity), new EngineOptions());
    for (String name : List.of("anna", "bert", "carl")) {
      library.addPerson(AddPerson.of(PersonId.of(name), STAFF, NIGHT));
    }
    return library;
  }
}
