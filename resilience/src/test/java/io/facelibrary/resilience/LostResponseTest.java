package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.QueryFaces;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With lost requests and responses, no face is lost or added twice, and effects are right. */
class LostResponseTest {
  private static final int CALLS = 400;

  @Property(tries = 50)
  void keepsEveryFaceOnceAndReportsTheRightEffect(@ForAll long seed) {
    FaceLibrary healthy = InMemoryFaceLibrary.builder().open();
    healthy.addPerson(AddPerson.of(Calls.GRACE));
    FaultyFaceLibrary faulty =
        FaultyFaceLibrary.over(healthy)
            .failShare(0.1, seed, Fault.before(ErrorKind.UNAVAILABLE))
            .failShare(0.1, seed + 1, Fault.after(ErrorKind.TIMED_OUT))
            .failShare(0.1, seed + 2, Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN))
            .failShare(0.05, seed + 3, Fault.before(ErrorKind.THROTTLED));
    VirtualTime time = new VirtualTime();
    FaceLibrary library =
        ResilientFaceLibrary.around(faulty).time(time).maxAttempts(3).retryBudget(1, 5).build();

    Ledger ledger = new Ledger();
    Random random = new Random(seed);
    for (int i = 0; i < CALLS; i++) {
      if (random.nextInt(3) > 0 || ledger.present.isEmpty()) {
        ledger.add(library, FaceImage.at("https://example.com/" + i + ".jpg"));
      } else {
        ledger.delete(library, ledger.present.iterator().next());
      }
    }

    List<Face> left = healthy.queryFaces(QueryFaces.allOf(Calls.GRACE)).faces();
    ledger.assertConsistentWith(left);
  }

  /** The knowledge that a caller has from results and exceptions alone. */
  private static final class Ledger {
    private final Set<FaceId> present = new HashSet<>();
    private final Set<FaceId> deleted = new HashSet<>();
    private final Set<FaceId> perhapsDeleted = new HashSet<>();
    private final Set<URI> perhapsAdded = new HashSet<>();
    private final Set<URI> notAdded = new HashSet<>();

    void add(FaceLibrary library, FaceImage.Url image) {
      try {
        present.addAll(library.addFaces(AddFaces.of(Calls.GRACE, image)).orThrow());
      } catch (FaceLibraryException e) {
        (e.effect() == Effect.NONE ? notAdded : perhapsAdded).add(image.url());
      }
    }

    void delete(FaceLibrary library, FaceId face) {
      try {
        library.deleteFaces(DeleteFaces.of(Calls.GRACE, face));
        present.remove(face);
        deleted.add(face);
      } catch (FaceLibraryException e) {
        if (e.effect() != Effect.NONE) {
          present.remove(face);
          perhapsDeleted.add(face);
        }
      }
    }

    void assertConsistentWith(List<Face> left) {
      List<URI> images = left.stream().map(face -> face.source().orElseThrow()).toList();
      List<FaceId> faces = left.stream().map(Face::id).toList();
      assertThat(images).doesNotHaveDuplicates().noneMatch(notAdded::contains);
      assertThat(faces).containsAll(present).noneMatch(deleted::contains);
      assertThat(left)
          .filteredOn(face -> !present.contains(face.id()) && !perhapsDeleted.contains(face.id()))
          .allMatch(face -> perhapsAdded.contains(face.source().orElseThrow()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsAPersonOnceWhetherTheRequestOrTheResponseIsLost(boolean done) {
    FaceLibrary healthy = InMemoryFaceLibrary.builder().open();
    FaultyFaceLibrary faulty = FaultyFaceLibrary.over(healthy);
    Fault lost =
        done
            ? Fault.after(ErrorKind.TIMED_OUT)
            : Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN);
    faulty.failNext(lost);
    FaceLibrary library = ResilientFaceLibrary.around(faulty).time(new VirtualTime()).build();

    FaceLibraryException thrown = Calls.thrownBy(library, Operation.ADD_PERSON);

    assertThat(thrown.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(healthy.findPerson(Calls.GRACE).isPresent()).isEqualTo(done);
    assertThat(faulty.failures()).isEqualTo(1);
  }
}
