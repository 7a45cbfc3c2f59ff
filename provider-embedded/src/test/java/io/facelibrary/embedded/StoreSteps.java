package io.facelibrary.embedded;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.Part;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps of tests that use a store without the rules of a library. */
final class StoreSteps {
  private static final Reads ADDING = Reads.NOTHING.adding();
  private static final Reads FACES = Reads.of(Part.FACES);

  private StoreSteps() {}

  /** Adds a person to groups, or to the default group if none is given. */
  static void addPerson(LibraryStore store, PersonId id, String name, GroupId... groups) {
    store.add(person(id, groups).withName(name), List.of());
  }

  static AddPerson person(PersonId id, GroupId... groups) {
    return groups.length == 0 ? AddPerson.of(id) : AddPerson.of(id, groups);
  }

  static FaceId addFace(LibraryStore store, PersonId person, FaceImage image, float... vector) {
    List<FaceId> ids = store.newFaceIds(1);
    addFaces(store, person, ids, image, vector);
    return ids.get(0);
  }

  static void addFaces(
      LibraryStore store, PersonId person, List<FaceId> ids, FaceImage image, float... vector) {
    List<NewFace> faces = ids.stream().map(id -> newFace(id, image, vector)).toList();
    Decision<Boolean> decision = Decision.of(true, PersonChange.NONE.adding(faces));
    if (store.change(person, ADDING, it -> decision).isEmpty()) {
      throw new AssertionError("there is no such person");
    }
  }

  static NewFace newFace(FaceId id, FaceImage image, float... vector) {
    return new NewFace(
        Face.of(id),
        Optional.of(image),
        vector.length == 0 ? Optional.empty() : Optional.of(FaceEmbedding.of(vector)));
  }

  /** Returns whether the person had the face. */
  static boolean deleteFace(LibraryStore store, PersonId person, FaceId face) {
    return store
        .change(person, FACES.ofFaces(List.of(face)), it -> deletion(it, List.of(face)))
        .orElseThrow();
  }

  private static Decision<Boolean> deletion(PersonSnapshot person, List<FaceId> faces) {
    List<FaceId> present = person.present(faces);
    return Decision.of(!present.isEmpty(), PersonChange.NONE.deleting(present));
  }

  static void forget(LibraryStore store, PersonId person) {
    change(store, person, PersonChange.FORGET);
  }

  /** Returns whether there is such a person. */
  static boolean change(LibraryStore store, PersonId person, PersonChange change) {
    Decision<Boolean> decision = Decision.of(true, change);
    return store.change(person, Reads.NOTHING, it -> decision).isPresent();
  }

  static Optional<String> name(LibraryStore store, PersonId person) {
    return store.read(person, Reads.of(Part.TEXT), PersonSnapshot::name);
  }

  static Optional<String> note(LibraryStore store, PersonId person) {
    return store.read(person, Reads.of(Part.TEXT), PersonSnapshot::note);
  }

  static Optional<Set<GroupId>> groups(LibraryStore store, PersonId person) {
    return store.read(person, Reads.of(Part.GROUPS), PersonSnapshot::groups);
  }

  static Optional<Integer> faceCount(LibraryStore store, PersonId person) {
    return store.read(person, Reads.of(Part.FACE_COUNT), PersonSnapshot::faceCount);
  }

  static Optional<List<FaceId>> faces(LibraryStore store, PersonId person) {
    return store.read(person, FACES, it -> it.faces().stream().map(Face::id).toList());
  }

  static Optional<ArchivedFace> content(LibraryStore store, PersonId person, FaceId face) {
    return store
        .read(person, Reads.of(Part.CONTENT).ofFaces(List.of(face)), it -> it.content(face))
        .orElseThrow();
  }

  static List<PersonId> members(LibraryStore store, GroupId group) {
    return store.persons(Optional.of(group), Optional.empty(), 9_999);
  }
}
