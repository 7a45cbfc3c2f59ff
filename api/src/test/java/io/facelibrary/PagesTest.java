package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.support.FakeFaceLibrary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final List<Optional<String>> requested = new ArrayList<>();

  /** Returns one number a page, from 1 to 3, and an empty page before the last one. */
  private Page<Integer> numbers(PageRequest request) {
    requested.add(request.token());
    assertThat(request.size()).isEqualTo(PageRequest.MAX_SIZE);
    return switch (request.token().orElse("")) {
      case "" -> new Page<>(List.of(1), Optional.of("a"));
      case "a" -> new Page<>(List.of(2), Optional.of("b"));
      case "b" -> new Page<>(List.of(), Optional.of("c"));
      case "c" -> Page.last(List.of(3));
      default -> throw new AssertionError("no such page");
    };
  }

  @Test
  void returnsTheItemsOfAllPagesInTheirOrder() {
    assertThat(Pages.stream(this::numbers)).containsExactly(1, 2, 3);
    assertThat(requested)
        .containsExactly(Optional.empty(), Optional.of("a"), Optional.of("b"), Optional.of("c"));
  }

  @Test
  void requestsAPageOnlyWhenItsItemsAreNeeded() {
    assertThat(Pages.stream(this::numbers).limit(0)).isEmpty();
    assertThat(requested).isEmpty();

    assertThat(Pages.stream(this::numbers).findFirst()).contains(1);
    assertThat(requested).containsExactly(Optional.empty());
  }

  @Test
  void readsTheListsOfALibrary() {
    FaceLibrary library = FaceLibraries.guard("sample", new FakeFaceLibrary());

    assertThat(Pages.stream(library::listGroups)).containsExactly(GroupId.DEFAULT);
    assertThat(Pages.stream(page -> library.listPersons(GroupId.DEFAULT, page)))
        .containsExactly(PersonId.of("alice"));
  }

  @Test
  void endsWithAnErrorIfAPageTokenRepeats() {
    List<Integer> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Pages.stream(
                        request ->
                            new Page<>(
                                List.of(seen.size()),
                                Optional.of(Integer.toString(seen.size() % 3))))
                    .forEach(seen::add))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(failure.effect()).isEqualTo(Effect.NONE);
            })
        .hasMessageContaining("the list returned the same page token twice");
    assertThat(seen).containsExactly(0, 1, 2);
  }

  @Test
  void throwsTheErrorsOfTheList() {
    var failure = FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "closed");

    assertThatThrownBy(
            () ->
                Pages.stream(
                        request -> {
                          throw failure;
                        })
                    .toList())
        .isSameAs(failure);
    assertRefused("list", "must not be null", () -> Pages.stream(null));
  }

  @Test
  void anIteratorEndsAfterTheLastItem() {
    Iterator<Integer> items = Pages.<Integer>stream(request -> Page.last(List.of(1))).iterator();

    assertThat(items.next()).isEqualTo(1);
    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
  }
}
