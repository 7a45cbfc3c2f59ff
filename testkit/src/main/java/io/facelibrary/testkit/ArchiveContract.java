package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The archive of a library is guarded like the library itself. */
interface ArchiveContract extends ContractPart {

  private static FaceArchive archiveOf(FaceLibrary library) {
    var archive = library.unwrap(FaceArchive.class);
    assumeTrue(archive.isPresent(), "the library is no archive");
    return archive.orElseThrow();
  }

  @Test
  @Promise(37)
  default void readsBackAnArchivedFace() {
    FaceArchive archive = archiveOf(library());
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();

    List<FaceId> added =
        archive.addArchivedFaces(person, List.of(ArchivedFace.of(image))).orThrow();

    assertThat(fixtures().facesOf(person)).isEqualTo(added);
    assertThat(archive.findArchivedFace(person, added.get(0))).isPresent();
    assertThat(archive.findArchivedFace(fixtures().newPersonId(), added.get(0))).isEmpty();
  }

  @Test
  @Promise({22, 37})
  default void refusesAnArchivedImageAboveTheSizeLimit() {
    FaceArchive archive = archiveOf(library());
    assume().offers(Capability.IMAGE_BYTES);
    long most = limits().imageBytes().orElse(Long.MAX_VALUE);
    assumeTrue(most < 32 << 20, "the limit of bytes per image is too large to reach in a test");
    PersonId person = fixtures().addPerson();
    List<ArchivedFace> faces = List.of(ArchivedFace.of(TestImages.ofSize((int) most + 1)));

    Failing.assertInvalid("faces[0].image", () -> archive.addArchivedFaces(person, faces));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise({22, 37})
  default void refusesTheCallsOfAnArchiveAfterTheLibraryWasClosed() {
    FaceLibrary closed = adapt(harness().open());
    FaceArchive archive = archiveOf(closed);
    FaceImage image = harness().freshImage(closed);
    PersonId person = fixtures().newPersonId();
    if (closed.capabilities().offers(Capability.WRITES)) {
      closed.addPerson(AddPerson.of(person, fixtures().sharedGroup()));
    }
    closed.close();

    Failing.assertInvalid("library", () -> archive.findArchivedFace(person, FaceId.of("1")));
    if (closed.capabilities().offers(Capability.WRITES)) {
      Failing.assertInvalid(
          "library", () -> archive.addArchivedFaces(person, List.of(ArchivedFace.of(image))));
    }
  }

  @Test
  @Promise({22, 37})
  default void namesTheCallOfAnArchiveThatFailed() {
    FaceArchive archive = archiveOf(library());
    PersonId unknown = fixtures().newPersonId();
    List<ArchivedFace> faces = List.of(ArchivedFace.of(fixtures().newImage()));

    var failure =
        Failing.assertRefused(ErrorKind.NOT_FOUND, () -> archive.addArchivedFaces(unknown, faces));

    var call = failure.call().orElseGet(() -> fail("the failure names no call"));
    assertThat(call.operation()).isEqualTo(Operation.ADD_ARCHIVED_FACES);
    assertThat(call.provider()).isNotBlank();
  }
}
