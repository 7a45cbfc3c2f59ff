package io.facelibrary.inmemory;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Box;
import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestClock;
import io.facelibrary.testkit.TestImages;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A library with an encoder. */
class EncoderTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final PersonId BEN = PersonId.of("ben");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final FaceImage.Bytes FIRST = TestImages.of(1);
  private static final FaceImage.Bytes SECOND = TestImages.of(2);
  private static final FaceImage.Bytes PROBE = TestImages.of(3);

  private final FakeFaceEncoder encoder = new FakeFaceEncoder();

  private FaceLibrary library() {
    return InMemoryFaceLibrary.builder().encoder(encoder).open();
  }

  /** Without a scale, a search must say its minimum. */
  private static Search everybody(FaceImage probe, GroupId... groups) {
    return Search.of(probe, groups).withMinSimilarity(Similarity.NONE);
  }

  private static List<PersonId> persons(SearchResult result, int face) {
    return result.faces().get(face).candidates().stream().map(Candidate::person).toList();
  }

  @Test
  void findsTheNearestPersonsByTheNearestOfTheirFaces() {
    encoder.declare(FIRST, vector(0, 3)).declare(SECOND, vector(1)).declare(PROBE, vector(0.5));
    FaceLibrary library = library();
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.addPerson(AddPerson.of(BEN, STAFF));
    List<FaceId> annas = library.addFaces(AddFaces.of(ANNA, FIRST, SECOND)).added();
    library.addFaces(AddFaces.of(BEN, FIRST)).orThrow();

    SearchResult result = library.search(everybody(PROBE, STAFF));

    assertThat(persons(result, 0)).containsExactly(ANNA, BEN);
    assertThat(result.best().orElseThrow().face()).contains(annas.get(1));
    assertThat(result.best().orElseThrow().similarity()).isEqualTo(encoder.similarity(0.5));
  }

  @Test
  void returnsOneMatchWithItsBoxForEachFaceAndNamesTheModel() {
    encoder
        .declare(FIRST, vector(1))
        .declare(SECOND, vector(-1))
        .declare(PROBE, vector(-1), vector(1));
    FaceLibrary library = library();
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.addPerson(AddPerson.of(BEN, STAFF));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();
    library.addFaces(AddFaces.of(BEN, SECOND)).orThrow();

    SearchResult result = library.search(everybody(PROBE, STAFF).withTopK(1));

    assertThat(persons(result, 0)).containsExactly(BEN);
    assertThat(persons(result, 1)).containsExactly(ANNA);
    assertThat(result.faces().get(1).box()).contains(new Box(10, 0, 10, 10));
    assertThat(result.model()).contains(encoder.model().name());
  }

  @Test
  void findsAPersonInItsGroupsAndNotInGroupsThatItLeft() {
    FaceLibrary library = library();
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();
    library.joinGroups(ANNA, Set.of(GUESTS));
    assertThat(persons(library.search(everybody(FIRST, GUESTS)), 0)).containsExactly(ANNA);
    assertThat(persons(library.search(everybody(FIRST, STAFF, GUESTS)), 0)).containsExactly(ANNA);

    library.leaveGroups(ANNA, Set.of(STAFF));

    assertThat(persons(library.search(everybody(FIRST, STAFF)), 0)).isEmpty();
    assertThat(persons(library.search(everybody(FIRST, GUESTS)), 0)).containsExactly(ANNA);
  }

  @Test
  void findsNeitherADeletedFaceNorADeletedPerson() {
    FaceLibrary library = library();
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.addPerson(AddPerson.of(BEN, STAFF));
    FaceId face = library.addFaces(AddFaces.of(ANNA, FIRST)).added().get(0);
    library.addFaces(AddFaces.of(BEN, FIRST)).orThrow();

    library.deleteFaces(DeleteFaces.of(ANNA, face)).orThrow();
    library.deletePerson(BEN);

    assertThat(persons(library.search(everybody(FIRST, STAFF)), 0)).isEmpty();
  }

  @Test
  void refusesImageUrlsBecauseItFetchesNothing() {
    FaceLibrary library = library();
    library.addPerson(AddPerson.of(ANNA));

    assertThatThrownBy(
            () -> library.addFaces(AddFaces.of(ANNA, FaceImage.at("https://example.com/1.jpg"))))
        .isInstanceOfSatisfying(
            UnsupportedCapabilityException.class,
            e -> assertThat(e.capability()).isEqualTo(Capability.IMAGE_URL));
  }

  @Test
  void refusesAnImageMatcherTogetherWithAnEncoder() {
    InMemoryFaceLibrary.Builder builder =
        InMemoryFaceLibrary.builder().encoder(encoder).imageMatcher(ImageMatcher.exactImage());

    assertThatThrownBy(builder::open)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).contains("imageMatcher"));
  }

  @Test
  void appliesTheTimeRules() {
    TestClock clock = TestClock.at("2026-11-24T12:00:00Z");
    FaceLibrary library =
        InMemoryFaceLibrary.builder()
            .encoder(encoder)
            .nextDayGroups()
            .yearlyClearing()
            .clock(clock)
            .open();
    library.addPerson(AddPerson.of(ANNA, STAFF));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();
    assertThat(persons(library.search(everybody(FIRST, STAFF)), 0)).isEmpty();

    clock.advance(Duration.ofDays(1));
    assertThat(persons(library.search(everybody(FIRST, STAFF)), 0)).containsExactly(ANNA);

    clock.advance(Duration.ofDays(366));
    library.joinGroups(ANNA, Set.of(STAFF));
    clock.advance(Duration.ofDays(1));
    assertThat(persons(library.search(everybody(FIRST, STAFF)), 0)).isEmpty();
  }
}
