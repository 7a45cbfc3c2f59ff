package io.facelibrary.testkit;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Libraries with defects in their archive. */
final class ArchiveLiars {
  private ArchiveLiars() {}

  private static Liar unguarded(String defect, String caughtBy) {
    return Liar.unguarded(
        defect,
        ArchiveContract.class,
        caughtBy,
        bare -> new WithArchive(FaceLibraries.guard("guarded", bare), archiveOf(bare)));
  }

  private static FaceArchive archiveOf(FaceLibrary library) {
    return library.unwrap(FaceArchive.class).orElseThrow();
  }

  static Stream<Liar> all() {
    return Stream.of(
        Liar.of(
            "returns no face from its archive",
            ArchiveContract.class,
            "readsBackAnArchivedFace",
            honest -> new WithArchive(honest, new Empty(archiveOf(honest)))),
        unguarded("archives an image that is too large", "refusesAnArchivedImageAboveTheSizeLimit"),
        unguarded("archives after close", "refusesTheCallsOfAnArchiveAfterTheLibraryWasClosed"),
        unguarded("does not name a call of its archive", "namesTheCallOfAnArchiveThatFailed"));
  }

  private static final class WithArchive extends ForwardingFaceLibrary {
    private final FaceArchive archive;

    WithArchive(FaceLibrary honest, FaceArchive archive) {
      super(honest);
      this.archive = archive;
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return type == FaceArchive.class ? Optional.of(type.cast(archive)) : super.unwrap(type);
    }
  }

  private record Empty(FaceArchive honest) implements FaceArchive {
    @Override
    public Optional<EncoderModel> model() {
      return honest.model();
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      return Optional.empty();
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      return honest.addArchivedFaces(person, faces);
    }
  }
}
