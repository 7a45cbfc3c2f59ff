package io.facelibrary.testkit;

import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries with defects that appear when the data is read back from storage. */
final class StorageLiars {
  private static final String AFTER_CLOSE = "keepsExactlyTheAcknowledgedWritesAfterClose";
  private static final String AFTER_CRASH = "keepsExactlyTheAcknowledgedWritesAfterACrash";

  private StorageLiars() {}

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "does not share its data with another library",
            "showsTheWritesOfOneLibraryToAnother",
            Separate::new),
        liar(
            "accepts a person that another library added",
            "refusesAPersonThatAnotherLibraryAdded",
            Separate::new),
        liar("never writes, and keeps its data in the process", AFTER_CLOSE, Disk::new),
        liar("loses its data at a crash", AFTER_CRASH, WritingAtClose::new),
        liar(
            "loses its data at a close after a crash",
            "keepsExactlyTheAcknowledgedWritesAfterACloseThatFollowsACrash",
            WritingUntilACrash::new),
        liar("restores deleted persons when it is reopened", AFTER_CLOSE, KeepingPersons::new),
        liar(
            "restores the first face of a delete of several faces when it is reopened",
            AFTER_CLOSE,
            KeepingTheFirstFace::new),
        liar("reuses an id after it is reopened", "reusesNoFaceIdAfterClose", Renumbering::new),
        liar(
            "has a harness that does not reopen after close",
            AFTER_CLOSE,
            () -> new Incomplete(Optional.empty())),
        liar(
            "has a harness that does not crash",
            AFTER_CRASH,
            () -> new Incomplete(Optional.of(new NotebookHarness(Liar.DECLARED, it -> it)))));
  }

  private static Liar liar(String defect, String caughtBy, Supplier<Harness> harness) {
    return new Liar(defect, DurabilityContract.class, caughtBy, harness);
  }

  /** A harness whose libraries share the memory of the process and write nothing to the disk. */
  private static class Disk implements Harness {
    Notebook memory = new Notebook();
    Notebook disk = new Notebook();

    FaceLibrary open(UnaryOperator<FaceLibrary> layer) {
      return new NotebookHarness(memory, Liar.DECLARED, layer).open();
    }

    @Override
    public FaceLibrary open() {
      return open(it -> it);
    }

    @Override
    public boolean durable() {
      return true;
    }

    private FaceLibrary openFromDisk() {
      memory = new Notebook();
      memory.copyFrom(disk);
      return open();
    }

    @Override
    public Optional<FaceLibrary> openAfterClose() {
      return Optional.of(openFromDisk());
    }

    @Override
    public Optional<FaceLibrary> openAfterCrash() {
      return Optional.of(openFromDisk());
    }
  }

  /** A harness that names no storage, and opens a new notebook for each library. */
  private static final class Separate extends Disk {
    @Override
    public FaceLibrary open() {
      memory = new Notebook();
      return super.open();
    }
  }

  private static class WritingAtClose extends Disk {
    /** Copies the memory to the disk. */
    void write() {
      disk.copyFrom(memory);
    }

    @Override
    public FaceLibrary open() {
      return open(
          honest ->
              new ForwardingFaceLibrary(honest) {
                @Override
                public void close() {
                  write();
                  super.close();
                }
              });
    }
  }

  private static final class WritingUntilACrash extends WritingAtClose {
    private boolean crashed;

    @Override
    void write() {
      if (!crashed) {
        super.write();
      }
    }

    @Override
    public Optional<FaceLibrary> openAfterCrash() {
      super.write();
      crashed = true;
      return super.openAfterCrash();
    }
  }

  private static final class KeepingPersons extends WritingAtClose {
    @Override
    public FaceLibrary open() {
      return open(
          honest ->
              new ForwardingFaceLibrary(honest) {
                @Override
                public boolean deletePerson(PersonId person) {
                  Notebook.Entry entry = memory.persons.get(person);
                  boolean deleted = super.deletePerson(person);
                  if (entry != null) {
                    disk.persons.put(person, entry.copy());
                  }
                  return deleted;
                }

                @Override
                public void close() {
                  Notebook deleted = new Notebook();
                  deleted.copyFrom(disk);
                  write();
                  deleted.persons.forEach(disk.persons::putIfAbsent);
                  super.close();
                }
              });
    }
  }

  private static final class KeepingTheFirstFace extends WritingAtClose {
    @Override
    public FaceLibrary open() {
      return open(
          honest ->
              new ForwardingFaceLibrary(honest) {
                private Optional<DeleteFaces> last = Optional.empty();

                @Override
                public DeleteFacesResult deleteFaces(DeleteFaces request) {
                  last = Optional.of(request).filter(it -> it.faces().size() > 1).or(() -> last);
                  return super.deleteFaces(request);
                }

                @Override
                public void close() {
                  write();
                  last.ifPresent(
                      it ->
                          disk.persons
                              .get(it.person())
                              .faces
                              .put(it.faces().get(0), TestImages.of(1)));
                  super.close();
                }
              });
    }
  }

  /** Issues ids by the number of faces that are present. */
  private static final class Renumbering extends WritingAtClose {
    Renumbering() {
      memory = new CountingNotebook();
    }

    @Override
    public Optional<FaceLibrary> openAfterClose() {
      memory = new CountingNotebook();
      memory.copyFrom(disk);
      return Optional.of(open());
    }
  }

  private static final class CountingNotebook extends Notebook {
    @Override
    FaceId nextFace() {
      int faces = persons.values().stream().map(it -> it.faces).mapToInt(Map::size).sum();
      return FaceId.of("face-" + (faces + 1));
    }
  }

  /** A harness that declares durable and implements only a part of what that needs. */
  private record Incomplete(Optional<Harness> reopening) implements Harness {
    private static final Harness STORAGE = new NotebookHarness(Liar.DECLARED, it -> it);

    @Override
    public FaceLibrary open() {
      return reopening.orElse(STORAGE).open();
    }

    @Override
    public boolean durable() {
      return true;
    }

    @Override
    public Optional<FaceLibrary> openAfterClose() {
      return reopening.map(Harness::open);
    }
  }
}
