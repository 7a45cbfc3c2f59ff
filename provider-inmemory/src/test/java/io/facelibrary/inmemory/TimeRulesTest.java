package io.facelibrary.inmemory;

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
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Green's two rules of time, on a clock that the test moves. */
class TimeRulesTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceImage PORTRAIT = FaceImage.at("https://example.com/alice.jpg");

  private final MutableClock clock = new MutableClock("2026-03-01T09:00:00Z");

  @Test
  void findsAPersonOfANewGroupFromTheNextDayOn() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().nextDayGroups());

    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isEmpty();

    clock.set("2026-03-01T23:59:59Z");
    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isEmpty();

    clock.set("2026-03-02T00:00:00Z");
    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best())
        .map(Candidate::person)
        .contains(ALICE);
  }

  @Test
  void findsAFaceAddedToAnOlderGroupAtOnce() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().nextDayGroups());
    clock.forward(Duration.ofDays(1));
    PersonId bob = PersonId.of("bob");
    FaceImage picture = FaceImage.at("https://example.com/bob.jpg");

    library.addPerson(AddPerson.of(bob, STAFF));
    library.addFaces(AddFaces.of(bob, picture));

    assertThat(library.search(Search.of(picture, STAFF)).best())
        .map(Candidate::person)
        .contains(bob);
  }

  @Test
  void countsAGroupThatEverybodyLeftAsNewWhenSomebodyJoinsIt() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().nextDayGroups());
    clock.forward(Duration.ofDays(1));

    library.leaveGroups(ALICE, Set.of(STAFF));
    library.joinGroups(ALICE, Set.of(STAFF));

    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isEmpty();
  }

  @Test
  void beginsTheNextDayWhereTheClockIs() {
    MutableClock shanghai = MutableClock.in(ZoneId.of("Asia/Shanghai"), "2026-03-01T15:59:00Z");
    FaceLibrary library =
        withAlice(InMemoryFaceLibrary.builder().clock(shanghai).nextDayGroups().open());

    shanghai.forward(Duration.ofMinutes(1));

    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isPresent();
  }

  @Test
  void settlesWithinTheLongestDayThereIs() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    MutableClock clockChange = MutableClock.in(zone, "2026-10-24T22:00:00Z"); // 25 hours ahead
    FaceLibrary library =
        withAlice(InMemoryFaceLibrary.builder().clock(clockChange).nextDayGroups().open());

    clockChange.forward(library.capabilities().searchDelay());

    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isPresent();
  }

  @Test
  void settlesAtOnceWithoutTheRule() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder());

    assertThat(library.capabilities().searchDelay()).isEqualTo(Duration.ZERO);
    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isPresent();
  }

  @Test
  void clearsFacesAndGroupsAfterAYearWithoutASearch() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());

    clock.set("2027-03-01T08:59:59Z");
    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);

    clock.set("2027-03-01T09:00:00Z");
    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).isEmpty();
    assertThat(library.listGroups(PageRequest.first()).items()).isEmpty();
    assertThat(library.findPerson(ALICE))
        .hasValueSatisfying(person -> assertThat(person.groups()).isEmpty());
  }

  @Test
  void startsTheYearAnewWithEachSearch() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());
    clock.forward(Duration.ofDays(300));
    library.search(Search.of(PORTRAIT, GroupId.of("another-group")));

    clock.forward(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);
  }

  @Test
  void startsTheYearAnewWithEachFace() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());
    clock.forward(Duration.ofDays(300));
    library.addFaces(AddFaces.of(ALICE, PORTRAIT));

    clock.forward(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(2);
  }

  @Test
  void doesNotStartTheYearAnewWithAQuery() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());
    clock.forward(Duration.ofDays(300));
    library.queryFaces(QueryFaces.allOf(ALICE));

    clock.forward(Duration.ofDays(300));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).isEmpty();
  }

  @Test
  void takesNewFacesAndGroupsAfterAClearing() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());
    clock.forward(Duration.ofDays(400));

    library.joinGroups(ALICE, Set.of(STAFF));
    library.addFaces(AddFaces.of(ALICE, PORTRAIT));

    assertThat(library.search(Search.of(PORTRAIT, STAFF)).best()).isPresent();
  }

  @Test
  void letsOtherThreadsInAfterAClearing() throws InterruptedException {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder().yearlyClearing());
    clock.forward(Duration.ofDays(400));
    library.findPerson(ALICE);
    AtomicBoolean answered = new AtomicBoolean();
    Thread other = new Thread(() -> answered.set(library.findPerson(ALICE).isPresent()));

    other.start();
    other.join(Duration.ofSeconds(30).toMillis());

    assertThat(answered).isTrue();
  }

  @Test
  void keepsEverythingForEverWithoutTheRule() {
    FaceLibrary library = libraryWithAlice(InMemoryFaceLibrary.builder());

    clock.forward(Duration.ofDays(4000));

    assertThat(library.queryFaces(QueryFaces.allOf(ALICE)).faces()).hasSize(1);
  }

  private FaceLibrary libraryWithAlice(InMemoryFaceLibrary.Builder builder) {
    return withAlice(builder.clock(clock).open());
  }

  private static FaceLibrary withAlice(FaceLibrary library) {
    library.addPerson(AddPerson.of(ALICE, STAFF));
    library.addFaces(AddFaces.of(ALICE, PORTRAIT));
    return library;
  }
}
