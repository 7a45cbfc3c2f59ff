package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with tokens, made of the service's pages by number and of its list of all groups. */
class ListCallsTest {
  private static final GroupId GROUP = GroupId.of("staff");
  private static final int PERSONS = 230;

  private final StubGreen green = new StubGreen();
  private final FaceLibrary library = green.open();

  @AfterEach
  void stop() {
    library.close();
    green.close();
  }

  private void servePersons(boolean withTotal) {
    green.answersBy(GreenPaths.GET_PERSONS, asked -> page(asked.json(), withTotal));
  }

  private static StubGreen.Reply page(JsonNode asked, boolean withTotal) {
    int size = asked.path("pageSize").asInt();
    int from = (asked.path("currentPage").asInt() - 1) * size;
    assertThat(size).isBetween(1, 100);
    String ids =
        IntStream.range(from, Math.min(from + size, PERSONS))
            .mapToObj(i -> "\"" + person(i) + "\"")
            .collect(Collectors.joining(","));
    String total = withTotal ? ",\"totalCount\":" + PERSONS : "";
    return StubGreen.Reply.done("{\"code\":200,\"personIds\":[" + ids + "]" + total + "}");
  }

  private static String person(int number) {
    return "p-%03d".formatted(number);
  }

  private static List<String> everyone() {
    return IntStream.range(0, PERSONS).mapToObj(ListCallsTest::person).toList();
  }

  /** Visits all pages, taking the sizes in turn. */
  private List<String> visited(int... sizes) {
    List<String> visited = new ArrayList<>();
    Optional<String> token = Optional.empty();
    int turn = 0;
    do {
      PageRequest request = new PageRequest(sizes[turn++ % sizes.length], token);
      Page<PersonId> page = library.listPersons(GROUP, request);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(request.size());
      page.items().forEach(person -> visited.add(person.value()));
      token = page.next();
    } while (token.isPresent());
    return visited;
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "7, true",
    "100, true",
    "1000, true",
    "1, false",
    "7, false",
    "100, false",
    "115, false",
    "1000, false"
  })
  void visitsEachPersonOnceAtAnyPageSize(int size, boolean withTotal) {
    servePersons(withTotal);

    assertThat(visited(size)).isEqualTo(everyone());
  }

  @Test
  void visitsEachPersonOnceWhenTheSizeChanges() {
    servePersons(true);

    assertThat(visited(7, 100, 3, 1000)).isEqualTo(everyone());
  }

  @Test
  void visitsEachPersonOnceWhenTheSizeChangesAndNoTotalIsTold() {
    servePersons(false);

    assertThat(visited(7, 100, 3, 1000, 4)).isEqualTo(everyone());
  }

  @Test
  void saysWhatTheServiceSaidOfPersonsWhenTheGroupsCannotBeAskedFor() {
    green.answers(GreenPaths.GET_PERSONS, StubGreen.Reply.refused(400, "PARAM ERROR"));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.refused(596, "PERMISSION_DENY"));

    assertThat(Told.by(() -> library.listPersons(GROUP, PageRequest.first())))
        .isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @CsvSource({"7, 33", "50, 5", "100, 3", "1000, 3"})
  void asksOncePerPageAndNotBeyondTheTotal(int size, int calls) {
    servePersons(true);

    assertThat(visited(size)).hasSize(PERSONS);
    assertThat(green.asked(GreenPaths.GET_PERSONS)).hasSize(calls);
  }

  @Test
  void endsWhenThePersonsAfterTheTokenAreGone() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(100)).next().orElseThrow();
    green.answers(
        GreenPaths.GET_PERSONS, StubGreen.Reply.done("{\"personIds\":[],\"totalCount\":90}"));

    assertThat(library.listPersons(GROUP, after(token))).isEqualTo(Page.last(List.of()));
  }

  @Test
  void answersAnEmptyPageForAGroupThatTheServiceSaysIsMissing() {
    green.answers(
        GreenPaths.GET_PERSONS,
        StubGreen.Reply.refused(400, "The group is not exist!"),
        StubGreen.Reply.done("{\"code\":400,\"msg\":\"The group is not exist!\"}"));

    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
    assertThat(green.asked(GreenPaths.GET_GROUPS)).isEmpty();
  }

  @Test
  void saysWhatTheServiceSaidOfPersonsWhenTheGroupIsThere() {
    green.answers(GreenPaths.GET_PERSONS, StubGreen.Reply.refused(400, "PARAM ERROR"));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"staff\"]}"));

    assertThat(Told.by(() -> library.listPersons(GROUP, PageRequest.first())))
        .isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void answersAnEmptyPageForAGroupThatIsMissing() {
    green.answers(GreenPaths.GET_PERSONS, StubGreen.Reply.refused(400, "PARAM ERROR"));
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"other\"]}"));

    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
  }

  @Test
  void refusesTheTokenOfAnotherListBeforeAnyCall() {
    servePersons(true);
    green.answers(GreenPaths.GET_GROUPS, StubGreen.Reply.done("{\"groupIds\":[\"b\",\"a\"]}"));
    String ofPersons = library.listPersons(GROUP, PageRequest.first(1)).next().orElseThrow();
    String ofGroups = library.listGroups(PageRequest.first(1)).next().orElseThrow();
    int asked = green.asked().size();

    assertForeign(() -> library.listPersons(GroupId.of("other"), after(ofPersons)));
    assertForeign(() -> library.listPersons(GROUP, after(ofGroups)));
    assertForeign(() -> library.listGroups(after(ofPersons)));
    assertForeign(() -> library.listGroups(after("no-token")));
    assertThat(green.asked()).hasSize(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-token", "!", "AAAA", "AAAAAAA", "MjMw", "7"})
  void refusesATokenThatIsNoneBeforeAnyCall(String garbage) {
    servePersons(true);

    assertForeign(() -> library.listPersons(GROUP, after(garbage)));
    assertForeign(() -> library.listGroups(after(garbage)));
    assertThat(green.asked()).isEmpty();
  }

  @Test
  void refusesATokenThatWasChanged() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(7)).next().orElseThrow();
    byte[] bytes = Base64.getUrlDecoder().decode(token);

    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] = (byte) (changed[i] ^ 1);
      String other = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

      assertForeign(() -> library.listPersons(GROUP, after(other)));
    }
  }

  @Test
  void refusesTheTokenOfAnotherEndpoint() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(1)).next().orElseThrow();

    try (StubGreen elsewhere = new StubGreen();
        FaceLibrary other = elsewhere.open()) {
      assertForeign(() -> other.listPersons(GROUP, after(token)));
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  private static PageRequest after(String token) {
    return PageRequest.first(1).after(token);
  }

  private static void assertForeign(Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("page.token"));
  }

  @Test
  void goesOnWithATokenInAnotherLibraryOfTheSameEndpoint() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(1)).next().orElseThrow();

    try (FaceLibrary other = green.open()) {
      assertThat(other.listPersons(GROUP, after(token)).items())
          .containsExactly(PersonId.of(person(1)));
    }
  }

  @Test
  void listsGroupsInTheOrderOfTheirIdsWhateverTheServiceDoes() {
    green.answers(
        GreenPaths.GET_GROUPS,
        StubGreen.Reply.done("{\"groupIds\":[\"c\",\"a\",\"b\"]}"),
        StubGreen.Reply.done("{\"groupIds\":[\"b\",\"d\",\"c\",\"a\"]}"));

    Page<GroupId> first = library.listGroups(PageRequest.first(2));
    Page<GroupId> second = library.listGroups(after(first.next().orElseThrow()));

    assertThat(first.items()).containsExactly(GroupId.of("a"), GroupId.of("b"));
    assertThat(second.items()).containsExactly(GroupId.of("c"));
    assertThat(second.next()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void visitsEachGroupOnceAtAnyPageSize(int size) {
    green.answers(
        GreenPaths.GET_GROUPS,
        StubGreen.Reply.done("{\"groupIds\":[\"e\",\"b\",\"d\",\"a\",\"c\"]}"));
    List<String> visited = new ArrayList<>();
    Optional<String> token = Optional.empty();

    do {
      Page<GroupId> page = library.listGroups(new PageRequest(size, token));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      page.items().forEach(group -> visited.add(group.value()));
      token = page.next();
    } while (token.isPresent());

    assertThat(visited).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void goesOnAfterAGroupThatIsGone() {
    green.answers(
        GreenPaths.GET_GROUPS,
        StubGreen.Reply.done("{\"groupIds\":[\"a\",\"b\",\"c\"]}"),
        StubGreen.Reply.done("{\"groupIds\":[\"a\",\"c\"]}"));
    Page<GroupId> first = library.listGroups(PageRequest.first(2));

    Page<GroupId> second = library.listGroups(after(first.next().orElseThrow()));

    assertThat(second).isEqualTo(Page.last(List.of(GroupId.of("c"))));
  }
}
