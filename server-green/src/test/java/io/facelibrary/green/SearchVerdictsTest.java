package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.Verdict;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's verdict about candidates, in the words of the protocol. */
class SearchVerdictsTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final PersonId BOB = PersonId.of("bob");
  private static final ProtocolAssumptions WORDS =
      ProtocolAssumptions.builder()
          .suggestions("block", "ok")
          .suggestionOfPossible("look")
          .labels("hit", "no")
          .build();
  private static final String SEARCH =
      """
      {"scenes":["sface-n"],"tasks":[
        {"url":"https://example.com/a.jpg","extras":{"groupId":"default"}}]}
      """;

  /** Returns given faces from every search. Records calls. */
  private static final class Finding extends ForwardingFaceLibrary {
    final List<Operation> operations = new ArrayList<>();
    final List<Search> searches = new ArrayList<>();
    private final SearchResult result;

    Finding(FaceLibrary library, SearchedFace... faces) {
      super(library);
      result = SearchResult.of(List.of(faces));
    }

    @Override
    protected <T> T around(Call<T> call) {
      operations.add(call.operation());
      return super.around(call);
    }

    @Override
    public SearchResult search(Search request) {
      searches.add(request);
      return result;
    }
  }

  private final FaceLibrary library = InMemoryFaceLibrary.builder().open();

  @ParameterizedTest
  @CsvSource({
    "MATCH,    block, hit",
    "UNJUDGED, block, hit",
    "POSSIBLE, look,  hit",
    "UNLIKELY, ok,    no",
  })
  void suggestsByTheVerdictAboutTheBestCandidate(Verdict verdict, String suggestion, String label) {
    Candidate best = Candidate.of(ANNA, new Similarity(0.7)).withVerdict(verdict);
    Candidate other = Candidate.of(BOB, new Similarity(0.1)).withVerdict(Verdict.UNLIKELY);

    JsonObject result = result(new Finding(library, SearchedFace.of(List.of(best, other))));

    assertThat(result.get("suggestion").getAsString()).isEqualTo(suggestion);
    assertThat(result.get("label").getAsString()).isEqualTo(label);
    assertThat(result.get("rate").getAsDouble()).isEqualTo(0.7);
    assertThat(persons(result)).hasSize(2);
  }

  @Test
  void suggestsTheWordForNobodyIfNoFaceHasACandidate() {
    JsonObject result = result(new Finding(library, SearchedFace.of(List.of())));

    assertThat(result.get("suggestion").getAsString()).isEqualTo("ok");
    assertThat(result.get("label").getAsString()).isEqualTo("no");
    assertThat(result.has("rate")).isFalse();
  }

  @Test
  void suggestsAReviewOfAPossiblePersonByDefault() {
    assertThat(ProtocolAssumptions.defaults().suggestionOfPossible()).isEqualTo("review");
  }

  @Test
  void asksTheLibraryForEverybody() {
    Finding finding = new Finding(library);

    result(finding);

    assertThat(finding.searches).hasSize(1);
    assertThat(finding.searches.get(0).minSimilarity()).contains(Similarity.NONE);
  }

  @Test
  void leavesOutTheFaceThatTheLibraryDoesNotName() {
    Candidate named = Candidate.of(ANNA, new Similarity(0.9)).withFace(FaceId.of("7"));
    Candidate unnamed = Candidate.of(BOB, new Similarity(0.8));

    JsonObject result = result(new Finding(library, SearchedFace.of(List.of(named, unnamed))));

    assertThat(person(result, 0))
        .hasToString("{\"personId\":\"anna\",\"faceId\":\"7\",\"rate\":0.9}");
    assertThat(person(result, 1)).hasToString("{\"personId\":\"bob\",\"rate\":0.8}");
  }

  @Test
  void readsTheNamesOfAllCandidatesInOneCall() {
    library.addPerson(AddPerson.of(ANNA).withName("Anna").withNote("A."));
    library.addPerson(AddPerson.of(BOB).withName("Bob"));
    Candidate anna = Candidate.of(ANNA, new Similarity(0.9));
    Candidate bob = Candidate.of(BOB, new Similarity(0.8));
    Finding finding =
        new Finding(library, SearchedFace.of(List.of(anna, bob)), SearchedFace.of(List.of(bob)));

    JsonObject result = result(finding);

    assertThat(finding.operations).containsExactly(Operation.FIND_PERSONS);
    assertThat(person(result, 0).get("name").getAsString()).isEqualTo("Anna");
    assertThat(person(result, 0).get("note").getAsString()).isEqualTo("A.");
    assertThat(person(result, 1).get("name").getAsString()).isEqualTo("Bob");
  }

  private static JsonObject result(FaceLibrary library) {
    JsonObject response =
        new InProcessOperations(library, WORDS).call(GreenOperation.IMAGE_SYNC_SCAN, SEARCH);
    return InProcessOperations.item(InProcessOperations.item(response, "data", 0), "results", 0);
  }

  private static JsonArray persons(JsonObject result) {
    return InProcessOperations.item(result, "topPersonData", 0).getAsJsonArray("persons");
  }

  private static JsonObject person(JsonObject result, int index) {
    return persons(result).get(index).getAsJsonObject();
  }
}
