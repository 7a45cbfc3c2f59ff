package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.cli.CommandRunner.Ended;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  private final CommandRunner command = new CommandRunner();

  @TempDir private Path folder;
  private String image = "";

  @BeforeEach
  void writeImage() throws IOException {
    Path file = folder.resolve("image.png");
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    image = file.toString();
  }

  @Test
  void aSearchReturnsMatchesWithTheirVerdict() {
    enrol("grace");

    Ended ended = command.run("search", image);

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .containsPattern("NUMBER +PERSON +SIMILARITY +VERDICT +EXPECTEDSTRANGERS +FACE")
        .containsPattern("1 +grace +1.0000 +match ");
    JsonNode json = command.run("search", image, "-o", "json").json();
    assertThat(json.at("/candidates/0/verdict").asText()).isEqualTo("match");
    assertThat(json.at("/candidates/0/expectedStrangers").isNull()).isTrue();
    assertThat(json.at("/faces/0/quality").isNull()).isTrue();
  }

  @Test
  void aStrangerIsPrintedOnlyIfAskedFor() {
    find("grace", 0.4);

    Ended matches = command.run("search", image);
    Ended possible = command.run("search", image, "--also-possible");
    Ended everybody = command.run("search", image, "--min-similarity", "0");

    assertThat(matches.code()).isEqualTo(6);
    assertThat(matches.out()).contains("Nobody was found.").doesNotContain("grace");
    assertThat(possible.code()).isEqualTo(6);
    assertThat(everybody.code()).isZero();
    assertThat(everybody.out()).containsPattern("1 +grace +0.4000 +unlikely");
  }

  @Test
  void aPossiblePersonIsPrintedForReview() {
    find("grace", 0.6);

    assertThat(command.run("search", image).code()).isEqualTo(6);
    assertThat(command.run("search", image, "--also-possible").out())
        .containsPattern("1 +grace +0.6000 +possible");
  }

  @Test
  void aLibraryThatKnowsItsRatesReportsTheExpectedStrangers() {
    KeptProvider.KEPT.put(
        command.library(),
        new Found(
            "grace",
            Similarity.ofFalseAcceptRate(1e-6),
            SimilarityScale.measured(1e-5, "a set of images")));

    Ended ended = command.run("search", image, "-o", "json");

    assertThat(ended.json().at("/candidates/0/expectedStrangers").asDouble())
        .isBetween(0.9e-5, 1.1e-5);
    assertThat(ended.json().at("/faces/0/compared").asLong()).isEqualTo(10);
    assertThat(command.run("search", image).out()).containsPattern("grace +0.9\\d+ +match +1e-05");
  }

  @Test
  void aSearchAmongPersonsFindsNobodyElse() {
    find("grace", 0.9);

    assertThat(command.run("search", image, "--person", "eileen", "--person", "grace").out())
        .contains("grace");
    assertThat(command.run("search", image, "--person", "eileen").code()).isEqualTo(6);
  }

  @Test
  void aSearchThatNobodyCanJudgeNeedsANumber() {
    FaceLibrary kept = FaceLibraries.open("inmemory", Map.of());
    Capability[] offered = kept.capabilities().offered().toArray(new Capability[0]);
    KeptProvider.KEPT.put(
        command.library(),
        new ForwardingFaceLibrary(kept) {
          @Override
          public Capabilities capabilities() {
            return Capabilities.builder().offers(offered).build();
          }
        });
    enrol("grace");

    Ended refused = command.run("search", image);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .hasLineCount(1)
        .contains("--set match-similarity=0.8")
        .contains("--min-similarity");
    assertThat(command.run("search", image, "--min-similarity", "0.8").out())
        .containsPattern("grace +1.0000 +unjudged");
    assertThat(command.run("search", image, "--set", "match-similarity=0.8").out())
        .containsPattern("grace +1.0000 +match");
  }

  @Test
  void aSearchHasOneMinimum() {
    assertThat(command.run("search", image, "--also-possible", "--min-similarity", "0.1").code())
        .isEqualTo(2);
    assertThat(command.run("search", image, "--min-similarity", "2").code()).isEqualTo(2);
  }

  private void enrol(String person) {
    assertThat(command.run("person", "add", person).code()).isZero();
    assertThat(command.run("face", "add", person, image).code()).isZero();
  }

  private void find(String person, double similarity) {
    KeptProvider.KEPT.put(
        command.library(),
        new Found(
            person,
            Similarity.of(similarity),
            SimilarityScale.ofThresholds(Similarity.of(0.8), Similarity.of(0.5))));
  }

  /** Finds one person in every image, if the search is among that person or everybody. */
  private static final class Found extends ForwardingFaceLibrary {
    private final PersonId person;
    private final Similarity similarity;
    private final SimilarityScale scale;

    Found(String person, Similarity similarity, SimilarityScale scale) {
      super(FaceLibraries.open("inmemory", Map.of()));
      this.person = PersonId.of(person);
      this.similarity = similarity;
      this.scale = scale;
    }

    @Override
    public Capabilities capabilities() {
      return super.capabilities().toBuilder()
          .offers(Capability.SEARCH_AMONG_PERSONS)
          .scale(scale)
          .build();
    }

    @Override
    public SearchResult search(Search request) {
      boolean isAmong = request.persons().isEmpty() || request.persons().contains(person);
      List<Candidate> candidates = isAmong ? List.of(Candidate.of(person, similarity)) : List.of();
      return SearchResult.of(List.of(SearchedFace.of(candidates).withCompared(10)));
    }
  }
}
