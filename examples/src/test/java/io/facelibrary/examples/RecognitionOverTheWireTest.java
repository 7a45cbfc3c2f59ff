package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchedFace;
import io.facelibrary.Secret;
import io.facelibrary.Similarity;
import io.facelibrary.Verdict;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import io.facelibrary.green.GreenServer;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.recognition.FaceRecognizer;
import io.facelibrary.testkit.TestImages;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real faces through the cloud's own protocol: provider, official SDK, server, recognizer. */
class RecognitionOverTheWireTest {
  private static final PersonId GRACE = PersonId.of("grace");
  private static final PersonId EILEEN = PersonId.of("eileen");
  private static final GroupId CREW = GroupId.of("crew");
  private static final Secret SECRET = Secret.of("test-secret");

  private final BufferedImage grace = AlteredCopies.read(Photos.path("grace_hopper.jpg"));
  private final BufferedImage eileen = AlteredCopies.read(Photos.path("astronaut.png"));
  private final FaceEncoder encoder = FaceRecognizer.open();
  private final FaceLibrary behind =
      InMemoryFaceLibrary.builder().greenLimits().encoder(encoder).open();
  private GreenServer server;
  private FaceLibrary library;

  @BeforeEach
  void open() {
    server = GreenServer.builder().library(behind).credentials("test-key", SECRET).start();
    library =
        AliyunFaceLibrary.builder()
            .endpoint(server.uri())
            .credentials(AliyunCredentials.of("test-key", SECRET))
            .open();
    library.addPerson(AddPerson.of(GRACE, CREW));
    library.addPerson(AddPerson.of(EILEEN, CREW));
  }

  @AfterEach
  void close() {
    library.close();
    server.close();
    behind.close();
    encoder.close();
  }

  @Test
  void bothFacesOfAnImageAreFoundWithTheirBoxesAndSimilarities() {
    library.addFaces(AddFaces.of(GRACE, AlteredCopies.toPng(grace))).orThrow();
    library.addFaces(AddFaces.of(EILEEN, AlteredCopies.toPng(eileen))).orThrow();
    FaceImage both =
        AlteredCopies.toPng(AlteredCopies.sideBySide(AlteredCopies.mirrored(grace), eileen));

    // The cloud recommends no similarity, so the program says which one is enough.
    Similarity least = encoder.model().scale().orElseThrow().least(Verdict.MATCH, 2);
    Search search = Search.of(both, CREW).withMinSimilarity(least);

    List<SearchedFace> faces = library.search(search).faces();
    List<SearchedFace> beside = behind.search(search).faces();

    assertThat(faces).hasSize(2);
    assertThat(faces.get(0).candidates()).extracting(Candidate::person).containsExactly(GRACE);
    assertThat(faces.get(1).candidates()).extracting(Candidate::person).containsExactly(EILEEN);
    for (int i = 0; i < 2; i++) {
      assertThat(faces.get(i).box()).isPresent().isEqualTo(beside.get(i).box());
      assertThat(faces.get(i).candidates().get(0).similarity().value())
          .isCloseTo(beside.get(i).candidates().get(0).similarity().value(), within(1e-4));
    }
  }

  @Test
  void aStrangerIsNotFound() {
    library.addFaces(AddFaces.of(EILEEN, AlteredCopies.toPng(eileen))).orThrow();
    Similarity least = encoder.model().scale().orElseThrow().least(Verdict.MATCH, 1);

    Search search = Search.of(AlteredCopies.toPng(grace), CREW).withMinSimilarity(least);

    assertThat(library.search(search).best()).isEmpty();
  }

  @Test
  void anImageWithoutAFaceIsRejectedAndTheOthersAreAdded() {
    AddFacesResult result =
        library.addFaces(AddFaces.of(GRACE, TestImages.of(1), AlteredCopies.toPng(grace)));

    assertThat(result.outcomes().get(0)).isInstanceOf(AddFacesResult.Rejected.class);
    assertThat(result.outcomes().get(1)).isInstanceOf(AddFacesResult.Added.class);
  }
}
