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
import io.facelibrary.aliyun.support.GreenPaths;
import io.facelibrary.aliyun.support.OutcomeText;
import io.facelibrary.aliyun.support.StubGreen;
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

/** Pages with tokens, from the service's numbered pages and its list of all groups. */
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
    green.respondBy(GreenPaths.GET_PERSONS, request -> page(request.json(), withTotal));
  }

  private static StubGreen.Response page(JsonNode request, boolean withTotal) {
    int size = request.path("pageSize").asInt();
    int from = (request.path("currentPage").asInt() - 1) * size;
    assertThat(size).isBetween(1, 100);
    String ids =
        IntStream.range(from, Math.min(from + size, PERSONS))
            .mapToObj(i -> "\"" + person(i) + "\"")
            .collect(Collectors.joining(","));
    String total = withTotal ? ",\"totalCount\":" + PERSONS : "";
    return StubGreen.Response.success("{\"code\":200,\"personIds\":[" + ids + "]" + total + "}");
  }

  private static String person(int number) {
    return "p-%03d".formatted(number);
  }

  private static List<String> allPersons() {
    return IntStream.range(0, PERSONS).mapToObj(ListCallsTest::person).toList();
  }

  /** Visits all pages, with the given sizes in rotation. */
  private List<String> visitAll(int... sizes) {
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

    assertThat(visitAll(size)).isEqualTo(allPersons());
  }

  @Test
  void visitsEachPersonOnceWhenTheSizeChanges() {
    servePersons(true);

    assertThat(visitAll(7, 100, 3, 1000)).isEqualTo(allPersons());
  }

  @Test
  void visitsEachPersonOnceWhenTheSizeChangesWithoutATotal() {
    servePersons(false);

    assertThat(visitAll(7, 100, 3, 1000, 4)).isEqualTo(allPersons());
  }

  @Test
  void reportsTheOriginalFailureWhenTheGroupsCannotBeQueried() {
    green.respond(GreenPaths.GET_PERSONS, StubGreen.Response.error(400, "PARAM ERROR"));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.error(596, "PERMISSION_DENY"));

    assertThat(OutcomeText.of(() -> library.listPersons(GROUP, PageRequest.first())))
        .isEqualTo("INVALID_REQUEST NONE 400");
  }

  @ParameterizedTest
  @CsvSource({"7, 33", "50, 5", "100, 3", "1000, 3"})
  void makesOneCallPerPageAndNoneBeyondTheTotal(int size, int calls) {
    servePersons(true);

    assertThat(visitAll(size)).hasSize(PERSONS);
    assertThat(green.requests(GreenPaths.GET_PERSONS)).hasSize(calls);
  }

  @Test
  void endsWhenThePersonsAfterTheTokenWereDeleted() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(100)).next().orElseThrow();
    green.respond(
        GreenPaths.GET_PERSONS, StubGreen.Response.success("{\"personIds\":[],\"totalCount\":90}"));

    assertThat(library.listPersons(GROUP, after(token))).isEqualTo(Page.last(List.of()));
  }

  @Test
  void returnsAnEmptyPageForAGroupThatTheServiceReportsAsMissing() {
    green.respond(
        GreenPaths.GET_PERSONS,
        StubGreen.Response.error(400, "The group is not exist!"),
        StubGreen.Response.success("{\"code\":400,\"msg\":\"The group is not exist!\"}"));

    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
    assertThat(green.requests(GreenPaths.GET_GROUPS)).isEmpty();
  }

  @Test
  void reportsTheOriginalFailureWhenTheGroupExists() {
    green.respond(GreenPaths.GET_PERSONS, StubGreen.Response.error(400, "PARAM ERROR"));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"staff\"]}"));

    assertThat(OutcomeText.of(() -> library.listPersons(GROUP, PageRequest.first())))
        .isEqualTo("INVALID_REQUEST NONE 400");
  }

  @Test
  void returnsAnEmptyPageForAGroupThatIsNotListed() {
    green.respond(GreenPaths.GET_PERSONS, StubGreen.Response.error(400, "PARAM ERROR"));
    green.respond(GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"other\"]}"));

    assertThat(library.listPersons(GROUP, PageRequest.first())).isEqualTo(Page.last(List.of()));
  }

  @Test
  void refusesTheTokenOfAnotherListBeforeAnyCall() {
    servePersons(true);
    green.respond(
        GreenPaths.GET_GROUPS, StubGreen.Response.success("{\"groupIds\":[\"b\",\"a\"]}"));
    String ofPersons = library.listPersons(GROUP, PageRequest.first(1)).next().orElseThrow();
    String ofGroups = library.listGroups(PageRequest.first(1)).next().orElseThrow();
    int requests = green.requests().size();

    assertForeign(() -> library.listPersons(GroupId.of("other"), after(ofPersons)));
    assertForeign(() -> library.listPersons(GROUP, after(ofGroups)));
    assertForeign(() -> library.listGroups(after(ofPersons)));
    assertForeign(() -> library.listGroups(after("no-token")));
    assertThat(green.requests()).hasSize(requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-token", "!", "AAAA", "AAAAAAA", "MjMw", "7"})
  void refusesAnInvalidTokenBeforeAnyCall(String garbage) {
    servePersons(true);

    assertForeign(() -> library.listPersons(GROUP, after(garbage)));
    assertForeign(() -> library.listGroups(after(garbage)));
    assertThat(green.requests()).isEmpty();
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
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  private static PageRequest after(String token) {
    return PageRequest.first(1).after(token);
  }

  private static void assertForeign(Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .satisfies(failure -> assertThat(failure.field()).isEqualTo("page.token"));
  }

  @Test
  void acceptsATokenInAnotherLibraryOfTheSameEndpoint() {
    servePersons(true);
    String token = library.listPersons(GROUP, PageRequest.first(1)).next().orElseThrow();

    try (FaceLibrary other = green.open()) {
      assertThat(other.listPersons(GROUP, after(token)).items())
          .containsExactly(PersonId.of(person(1)));
    }
  }

  @Test
  void sortsGroupsByIdForAnyOrderOfTheService() {
    green.respond(
        GreenPaths.GET_GROUPS,
        StubGreen.Response.success("{\"groupIds\":[\"c\",\"a\",\"b\"]}"),
        StubGreen.Response.success("{\"groupIds\":[\"b\",\"d\",\"c\",\"a\"]}"));

    Page<GroupId> first = library.listGroups(PageRequest.first(2));
    Page<GroupId> second = library.listGroups(after(first.next().orElseThrow()));

    assertThat(first.items()).containsExactly(GroupId.of("a"), GroupId.of("b"));
    assertThat(second.items()).containsExactly(GroupId.of("c"));
    assertThat(second.next()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void visitsEachGroupOnceAtAnyPageSize(int size) {
    green.respond(
        GreenPaths.GET_GROUPS,
        StubGreen.Response.success("{\"groupIds\":[\"e\",\"b\",\"d\",\"a\",\"c\"]}"));
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
  void continuesAfterAGroupThatWasDeleted() {
    green.respond(
        GreenPaths.GET_GROUPS,
        StubGreen.Response.success("{\"groupIds\":[\"a\",\"b\",\"c\"]}"),
        StubGreen.Response.success("{\"groupIds\":[\"a\",\"c\"]}"));
    Page<GroupId> first = library.listGroups(PageRequest.first(2));

    Page<GroupId> second = library.listGroups(after(first.next().orElseThrow()));

    assertThat(second).isEqualTo(Page.last(List.of(GroupId.of("c"))));
  }
}
