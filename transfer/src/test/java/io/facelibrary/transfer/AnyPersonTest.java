package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnyPersonTest {
  private final FaceLibrary library = FaceLibraries.open("inmemory", Map.of());

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void anEmptyLibraryHasNoPerson() {
    assertThat(AnyPerson.existsIn(library)).isFalse();
    assertThat(AnyPerson.existsIn(new Doubles.Cloud(library))).isFalse();
  }

  @Test
  void anArchiveReportsAPersonInNoGroupAndACloudDoesNot() {
    PersonId ada = PersonId.of("ada");
    library.addPerson(AddPerson.of(ada));
    library.leaveGroups(ada, Set.of(GroupId.DEFAULT));

    assertThat(AnyPerson.existsIn(library)).isTrue();
    assertThat(AnyPerson.existsIn(new Doubles.Cloud(library))).isFalse();
  }

  @Test
  void visitsOnePersonOnly() {
    for (int i = 0; i < 5; i++) {
      library.addPerson(AddPerson.of(PersonId.of("p" + i)));
    }
    CountingArchive archive = new CountingArchive(library);

    assertThat(AnyPerson.existsIn(archive)).isTrue();
    assertThat(archive.visited).isEqualTo(1);
    assertThat(AnyPerson.existsIn(new Doubles.Cloud(library))).isTrue();
  }

  /** Counts the persons that it reports. */
  private static final class CountingArchive extends ForwardingFaceLibrary implements FaceArchive {
    private int visited;

    CountingArchive(FaceLibrary delegate) {
      super(delegate);
    }

    private FaceArchive archive() {
      return delegate().unwrap(FaceArchive.class).orElseThrow();
    }

    @Override
    public Optional<EncoderModel> model() {
      return archive().model();
    }

    @Override
    public void forEachPerson(Consumer<PersonId> each) {
      archive()
          .forEachPerson(
              person -> {
                visited++;
                each.accept(person);
              });
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      return archive().findArchivedFace(person, face);
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      return archive().addArchivedFaces(person, faces);
    }
  }
}
