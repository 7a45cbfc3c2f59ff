package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Green's two time rules, with a mutable clock. */
class TimeRulesTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/alice.jpg");

  private final TestClock clock = TestClock.at("2026-03-01T09:00:00Z");

  @Test
  void findsAPersonOfANewGroupFromTheNextDayOn() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().nextDayGroups());

    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isEmpty();

    clock.set("2026-03-01T23:59:59Z");
    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isEmpty();

    clock.set("2026-03-02T00:00:00Z");
    assertThat(library.search(Search.of(IMAGE, STAFF)).best())
        .map(Candidate::person)
        .contains(ALICE);
  }

  @Test
  void immediatelyFindsAFaceAddedToAnOlderGroup() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().nextDayGroups());
    clock.advance(Duration.ofDays(1));
    PersonId bob = PersonId.of("bob");
    FaceImage image = FaceImage.at("https://example.com/bob.jpg");

    library.addPerson(AddPerson.of(bob, STAFF));
    library.addFaces(AddFaces.of(bob, image));

    assertThat(library.search(Search.of(image, STAFF)).best()).map(Candidate::person).contains(bob);
  }

  @Test
  void treatsAGroupThatBecameEmptyAsNewWhenAPersonJoinsItAgain() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().nextDayGroups());
    clock.advance(Duration.ofDays(1));

    library.leaveGroups(ALICE, Set.of(STAFF));
    library.joinGroups(ALICE, Set.of(STAFF));

    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isEmpty();
  }

  @Test
  void beginsTheNextDayInTheZoneOfTheClock() {
    TestClock shanghai = TestClock.at("2026-03-01T15:59:00Z").withZone(ZoneId.of("Asia/Shanghai"));
    FaceLibrary library = withAlice(library(new EngineOptions().clock(shanghai).nextDayGroups()));

    shanghai.advance(Duration.ofMinutes(1));

    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isPresent();
  }

  @Test
  void findsANewGroupWithinTheLongestDay() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    TestClock clockChange = TestClock.at("2026-10-24T22:00:00Z").withZone(zone); // 25 hours ahead
    FaceLibrary library =
        withAlice(library(new EngineOptions().clock(clockChange).nextDayGroups()));

    clockChange.advance(library.capabilities().searchDelay());

    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isPresent();
  }

  @Test
  void immediatelyFindsANewGroupWithoutTheRule() {
    FaceLibrary library = libraryWithAlice(new EngineOptions());

    assertThat(library.capabilities().searchDelay()).isEqualTo(Duration.ZERO);
    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isPresent();
  }

  @Test
  void clearsFacesAndGroupsAfterAYearWithoutASearch() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());

    clock.set("2027-03-01T08:59:59Z");
    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);

    clock.set("2027-03-01T09:00:00Z");
    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).isEmpty();
    assertThat(library.listGroups(PageRequest.first()).items()).isEmpty();
    assertThat(library.findPerson(ALICE))
        .hasValueSatisfying(person -> assertThat(person.groups()).isEmpty());
  }

  @Test
  void startsTheYearAgainWithEachSearch() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());
    clock.advance(Duration.ofDays(300));
    library.search(Search.of(IMAGE, GroupId.of("another-group")));

    clock.advance(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);
  }

  @Test
  void startsTheYearAgainWithEachAddedFace() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());
    clock.advance(Duration.ofDays(300));
    library.addFaces(AddFaces.of(ALICE, IMAGE));

    clock.advance(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(2);
  }

  @Test
  void doesNotStartTheYearAgainWithAQuery() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());
    clock.advance(Duration.ofDays(300));
    library.queryFaces(QueryFaces.allOf(ALICE));

    clock.advance(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).isEmpty();
  }

  @Test
  void acceptsNewFacesAndGroupsAfterAClearing() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());
    clock.advance(Duration.ofDays(400));

    library.joinGroups(ALICE, Set.of(STAFF));
    library.addFaces(AddFaces.of(ALICE, IMAGE));

    assertThat(library.search(Search.of(IMAGE, STAFF)).best()).isPresent();
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void otherThreadsCanCallTheLibraryAfterAClearing() {
    FaceLibrary library = libraryWithAlice(new EngineOptions().yearlyClearing());
    clock.advance(Duration.ofDays(400));
    library.findPerson(ALICE);

    assertThat(CompletableFuture.supplyAsync(() -> library.findPerson(ALICE)).join()).isPresent();
  }

  @Test
  void keepsEverythingWithoutTheRule() {
    FaceLibrary library = libraryWithAlice(new EngineOptions());

    clock.advance(Duration.ofDays(4000));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);
  }

  private FaceLibrary libraryWithAlice(EngineOptions options) {
    return withAlice(library(options.clock(clock)));
  }

  private static FaceLibrary library(EngineOptions options) {
    return EngineLibraries.create(new MapLibraryStore(options.clock(), "map"), options);
  }

  private static FaceLibrary withAlice(FaceLibrary library) {
    library.addPerson(AddPerson.of(ALICE, STAFF));
    library.addFaces(AddFaces.of(ALICE, IMAGE));
    return library;
  }
}
