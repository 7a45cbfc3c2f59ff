package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/face.jpg");
  private static final FaceId ONE = FaceId.of("1");
  private static final FaceId TWO = FaceId.of("2");

  @Test
  void addingNoImageIsRefused() {
    assertRefused("images", "must not be empty", () -> AddFaces.of(ALICE));
    assertRefused("images", "must not be empty", () -> AddFaces.of(ALICE, List.of()));
  }

  @Test
  void aNullAmongImagesIsReportedByItsIndex() {
    assertRefused("images[1]", "must not be null", () -> AddFaces.of(ALICE, IMAGE, null));
    assertRefused(
        "images[1]",
        "must not be null",
        () -> AddFaces.of(ALICE, Arrays.asList(IMAGE, null, IMAGE)));
    assertRefused("images", "must not be null", () -> AddFaces.of(ALICE, (FaceImage[]) null));
  }

  @Test
  void theSameImageMayBeAddedTwiceInOneCall() {
    assertThat(AddFaces.of(ALICE, IMAGE, IMAGE).images()).containsExactly(IMAGE, IMAGE);
  }

  @Test
  void deletingNoFaceIsRefused() {
    assertRefused("faces", "must not be empty", () -> DeleteFaces.of(ALICE));
  }

  @Test
  void aRepeatedFaceIsReportedByItsSecondIndex() {
    assertRefused(
        "faces[2]",
        "must not repeat an earlier element",
        () -> DeleteFaces.of(ALICE, ONE, TWO, ONE));
    assertRefused(
        "faces[1]",
        "must not repeat an earlier element",
        () -> QueryFaces.of(ALICE, ONE, FaceId.of("1")));
  }

  @Test
  void aNullAmongFacesIsReportedByItsIndex() {
    assertRefused("faces[0]", "must not be null", () -> DeleteFaces.of(ALICE, null, ONE));
    assertRefused("faces[1]", "must not be null", () -> QueryFaces.of(ALICE, ONE, null));
    assertRefused(
        "faces[1]", "must not be null", () -> QueryFaces.of(ALICE, Arrays.asList(ONE, null)));
  }

  @Test
  void aQueryForAnEmptyListIsRefusedAndDoesNotReturnAllFaces() {
    assertRefused("faces", "must not be empty", () -> QueryFaces.of(ALICE));
    assertRefused("faces", "must not be empty", () -> QueryFaces.of(ALICE, List.of()));
    assertRefused("faces", "must not be empty", () -> QueryFaces.of(ALICE, List.of()));

    assertThat(QueryFaces.allOf(ALICE).faces()).isEmpty();
    assertThat(QueryFaces.of(ALICE, TWO, ONE).faces()).contains(List.of(TWO, ONE));
  }

  @Property
  void aListOfFacesKeepsItsOrderAndIsRefusedExactlyIfItRepeatsOne(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 40) Integer> numbers) {
    List<FaceId> faces = numbers.stream().map(number -> FaceId.of("" + number)).toList();

    if (faces.stream().distinct().count() == faces.size()) {
      assertThat(DeleteFaces.of(ALICE, faces).faces()).isEqualTo(faces);
      assertThat(QueryFaces.of(ALICE, faces).faces()).contains(faces);
    } else {
      int second = 0;
      while (faces.indexOf(faces.get(second)) == second) {
        second++;
      }
      String field = "faces[" + second + "]";
      assertRefused(
          field, "must not repeat an earlier element", () -> DeleteFaces.of(ALICE, faces));
      assertRefused(field, "must not repeat an earlier element", () -> QueryFaces.of(ALICE, faces));
    }
  }

  @Test
  void aPersonIsAddedToAtLeastOneGroup() {
    assertThat(AddPerson.of(ALICE).groups()).containsExactly(GroupId.DEFAULT);
    assertThat(AddPerson.of(ALICE, GroupId.of("b"), GroupId.of("a")).groups())
        .containsExactly(GroupId.of("b"), GroupId.of("a"));

    assertRefused("groups", "must not be empty", () -> AddPerson.of(ALICE, new GroupId[0]));
    assertRefused("groups", "must not be empty", () -> AddPerson.of(ALICE, Set.of()));
  }

  @Test
  void aRepeatedGroupCountsOnce() {
    assertThat(AddPerson.of(ALICE, GroupId.DEFAULT, GroupId.of("default")).groups())
        .containsExactly(GroupId.DEFAULT);
    assertThat(Search.of(IMAGE, GroupId.DEFAULT, GroupId.of("default")).groups())
        .containsExactly(GroupId.DEFAULT);
  }

  @Test
  void nameAndNoteMayBeEmptyOrContainSeveralLines() {
    AddPerson request = AddPerson.of(ALICE).withName("").withNote("one\ntwo\t👩‍🚀");

    assertThat(request.name()).isEmpty();
    assertThat(request.note()).isEqualTo("one\ntwo\t👩‍🚀");
    assertThat(request.person()).isEqualTo(ALICE);
  }

  @Test
  void nameAndNoteHaveAMaximumLength() {
    AddPerson add = AddPerson.of(ALICE);
    UpdatePerson update = UpdatePerson.of(ALICE);
    String name = MARKER + "n".repeat(1_000 - MARKER.length());
    String note = MARKER + "n".repeat(10_000 - MARKER.length());

    assertThat(add.withName(name).withNote(note).note()).isEqualTo(note);
    assertThat(update.withName(name).withNote(note).name()).contains(name);
    assertRefused("name", "must have at most 1000 characters", () -> add.withName(name + "x"));
    assertRefused("note", "must have at most 10000 characters", () -> add.withNote(note + "x"));
    assertRefused("name", "must have at most 1000 characters", () -> update.withName(name + "x"));
    assertRefused("note", "must have at most 10000 characters", () -> update.withNote(note + "x"));
  }

  @Test
  void nameAndNoteContainNoUnpairedSurrogate() {
    String bad = MARKER + '\uD83D';
    String rule = "must not contain an unpaired surrogate";

    assertRefused("name", rule, () -> AddPerson.of(ALICE).withName(bad));
    assertRefused("note", rule, () -> AddPerson.of(ALICE).withNote(bad));
    assertRefused("name", rule, () -> UpdatePerson.of(ALICE).withName(bad));
    assertRefused("note", rule, () -> UpdatePerson.of(ALICE).withNote(bad));
    assertRefused("name", rule, () -> Person.of(ALICE, Set.of()).withName(bad));
    assertRefused("note", rule, () -> Person.of(ALICE, Set.of()).withNote(bad));
  }

  @Test
  void anUpdateContainsOnlyTheChangedFields() {
    UpdatePerson none = UpdatePerson.of(ALICE);
    UpdatePerson name = none.withName("");

    assertThat(none.name()).isEmpty();
    assertThat(none.note()).isEmpty();
    assertThat(name.name()).contains("");
    assertThat(name.note()).isEmpty();
    assertThat(name.withNote("x")).isEqualTo(none.withNote("x").withName(""));
  }

  @Test
  void aSearchReturnsFiveMatchesOfTheDefaultGroup() {
    Search search = Search.of(IMAGE);

    assertThat(search.probe()).isEqualTo(IMAGE);
    assertThat(search.groups()).containsExactly(GroupId.DEFAULT);
    assertThat(search.persons()).isEmpty();
    assertThat(search.topK()).isEqualTo(5);
    assertThat(search.minSimilarity()).isEmpty();
    assertThat(search.includesPossible()).isFalse();
  }

  @Test
  void aSearchKeepsTheOtherFieldsWhenOneIsChanged() {
    Search search =
        Search.of(IMAGE, GroupId.of("a"))
            .withTopK(7)
            .withMinSimilarity(Similarity.of(0.5))
            .withPersons(ALICE)
            .withTopK(8);

    assertThat(search.groups()).containsExactly(GroupId.of("a"));
    assertThat(search.minSimilarity()).contains(Similarity.of(0.5));
    assertThat(search.persons()).containsExactly(ALICE);
    assertThat(search.topK()).isEqualTo(8);
    assertThat(search.withGroups(Set.of(GroupId.of("b"))).persons()).containsExactly(ALICE);
    assertThat(search).isEqualTo(search.withTopK(7).withTopK(8)).isNotEqualTo(search.withTopK(7));
  }

  @Test
  void theLaterOfTwoThresholdsApplies() {
    Search search = Search.of(IMAGE);

    Search number = search.alsoPossible().withMinSimilarity(Similarity.NONE);
    Search possible = search.withMinSimilarity(Similarity.NONE).alsoPossible();

    assertThat(number.includesPossible()).isFalse();
    assertThat(number.minSimilarity()).contains(Similarity.NONE);
    assertThat(possible.includesPossible()).isTrue();
    assertThat(possible.minSimilarity()).isEmpty();
  }

  @Test
  void theLeastSimilarityIsTheCallersNumberOrThatOfTheScale() {
    SimilarityScale scale = SimilarityScale.ofThresholds(Similarity.of(0.8), Similarity.of(0.6));
    Search search = Search.of(IMAGE);

    assertThat(search.leastSimilarity(scale, 1)).isEqualTo(Similarity.of(0.8));
    assertThat(search.alsoPossible().leastSimilarity(scale, 1)).isEqualTo(Similarity.of(0.6));
    assertThat(search.withMinSimilarity(Similarity.of(0.1)).leastSimilarity(scale, 1))
        .isEqualTo(Similarity.of(0.1));
  }

  @Test
  void aSearchAmongNobodyOrTooManyIsRefused() {
    Search search = Search.of(IMAGE);
    Set<PersonId> many =
        IntStream.rangeClosed(0, 1000)
            .mapToObj(i -> PersonId.of(MARKER + i))
            .collect(Collectors.toSet());

    assertRefused("persons", "must not be empty", () -> search.withPersons(Set.of()));
    assertRefused("persons", "must not be empty", () -> search.withPersons());
    assertRefused("persons", "must have at most 1000 persons", () -> search.withPersons(many));
  }

  @Test
  void aSearchWithoutAGroupIsRefused() {
    assertRefused("groups", "must not be empty", () -> Search.of(IMAGE, new GroupId[0]));
    assertRefused("groups[0]", "must not be null", () -> Search.of(IMAGE, (GroupId) null));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
  void topKIsFrom1To1000(int topK) {
    Search search = Search.of(IMAGE);

    assertThat(search.withTopK(1).withTopK(1000).topK()).isEqualTo(1000);
    assertRefused("topK", "must be from 1 to 1000", () -> search.withTopK(topK));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
  void aPageHasFrom1To1000Items(int size) {
    assertThat(PageRequest.first(1).size()).isEqualTo(1);
    assertThat(PageRequest.first(1000).size()).isEqualTo(1000);
    assertThat(PageRequest.first()).isEqualTo(new PageRequest(100, Optional.empty()));
    assertRefused("page.size", "must be from 1 to 1000", () -> PageRequest.first(size));
  }

  @Property
  void theFollowingPageHasTheSameSize(@ForAll @IntRange(min = 1, max = 1000) int size) {
    assertThat(PageRequest.first(size).after("token"))
        .isEqualTo(new PageRequest(size, Optional.of("token")));
  }

  @Test
  void aMalformedPageTokenIsRefused() {
    PageRequest page = PageRequest.first();

    assertThat(page.after("t".repeat(4096)).token()).contains("t".repeat(4096));
    assertRefused(
        "page.token",
        "must have at most 4096 characters",
        () -> page.after(MARKER + "t".repeat(4096)));
    assertRefused(
        "page.token",
        "must not contain an unpaired surrogate",
        () -> page.after(MARKER + '\uDC00'));
  }

  @Test
  void aPageHasTheTokenOfTheFollowingPage() {
    assertThat(Page.last(List.of("a")).next()).isEmpty();
    assertThat(new Page<>(List.of(), Optional.of("t")).next()).contains("t");
    assertRefused("items[0]", "must not be null", () -> Page.last(Collections.singletonList(null)));
  }
}
