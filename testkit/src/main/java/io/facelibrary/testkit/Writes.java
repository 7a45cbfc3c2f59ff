package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes to one person without end: each undoes the one before. */
@FunctionalInterface
interface Writes {
  /** Returns the next write for a state of the person. */
  Write next(PersonState state);

  static Writes addingAndDeleting(PersonId person, FaceImage image) {
    return state ->
        state.faces().isEmpty()
            ? new AddFace(person, image)
            : new DeleteFace(person, state.faces().iterator().next());
  }

  static Writes updating(PersonId person) {
    return state ->
        new Rename(person, state.person().orElseThrow().name().equals("odd") ? "even" : "odd");
  }

  static Writes joiningAndLeaving(PersonId person, GroupId group) {
    return state -> new Regroup(person, group, !groups(state).contains(group));
  }

  static Writes deletingAndAdding(AddPerson request) {
    return state ->
        state.person().isPresent() ? new DeletePerson(request.person()) : new Add(request);
  }

  /**
   * Returns deletes and enrolments of a person.
   *
   * @param composed whether single calls of a service enrol. The library cannot delete a person
   *     that it may not have added, so that person may remain without faces.
   */
  static Writes deletingAndEnrolling(AddPerson request, List<FaceImage> images, boolean composed) {
    return state ->
        state.person().isPresent()
            ? new DeletePerson(request.person())
            : new Enrol(request, images, composed);
  }

  private static Set<GroupId> groups(PersonState state) {
    return state.person().orElseThrow().groups();
  }

  /** One write. Its text names the operation only. */
  interface Write {
    /** Makes the write and returns the state after it. */
    PersonState run(FaceLibrary library, PersonState before);

    /** Returns whether a state shows that the write was done. */
    boolean isDone(PersonState before, PersonState now);
  }

  /** Adds one face. */
  record AddFace(PersonId person, FaceImage image) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      Set<FaceId> faces = new HashSet<>(before.faces());
      faces.addAll(library.addFaces(AddFaces.of(person, image)).orThrow());
      return new PersonState(before.person(), faces);
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.person().equals(before.person())
          && now.faces().containsAll(before.faces())
          && now.faces().size() == before.faces().size() + 1;
    }

    @Override
    public String toString() {
      return "addFaces";
    }
  }

  /** Deletes one face. */
  record DeleteFace(PersonId person, FaceId face) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      library.deleteFaces(DeleteFaces.of(person, face)).orThrow();
      return after(before);
    }

    private PersonState after(PersonState before) {
      Set<FaceId> faces = new HashSet<>(before.faces());
      faces.remove(face);
      return new PersonState(before.person(), faces);
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.equals(after(before));
    }

    @Override
    public String toString() {
      return "deleteFaces";
    }
  }

  /** Sets the name. */
  record Rename(PersonId person, String name) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      library.updatePerson(UpdatePerson.of(person).withName(name));
      return after(before);
    }

    private PersonState after(PersonState before) {
      Person old = before.person().orElseThrow();
      Person renamed = Person.of(person, old.groups()).withName(name).withNote(old.note());
      return new PersonState(Optional.of(renamed), before.faces());
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.equals(after(before));
    }

    @Override
    public String toString() {
      return "updatePerson";
    }
  }

  /** Joins or leaves a group. */
  record Regroup(PersonId person, GroupId group, boolean joins) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      if (joins) {
        library.joinGroups(person, Set.of(group));
      } else {
        library.leaveGroups(person, Set.of(group));
      }
      return after(before);
    }

    private PersonState after(PersonState before) {
      Person old = before.person().orElseThrow();
      Set<GroupId> groups = new HashSet<>(old.groups());
      if (joins) {
        groups.add(group);
      } else {
        groups.remove(group);
      }
      Person moved = Person.of(person, groups).withName(old.name()).withNote(old.note());
      return new PersonState(Optional.of(moved), before.faces());
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.equals(after(before));
    }

    @Override
    public String toString() {
      return joins ? "joinGroups" : "leaveGroups";
    }
  }

  /** Deletes the person. */
  record DeletePerson(PersonId person) implements Write {
    private static final PersonState GONE = new PersonState(Optional.empty(), Set.of());

    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      library.deletePerson(person);
      return GONE;
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.equals(GONE);
    }

    @Override
    public String toString() {
      return "deletePerson";
    }
  }

  /** Adds the person without faces. */
  record Add(AddPerson request) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      library.addPerson(request);
      return after();
    }

    private PersonState after() {
      return new PersonState(Optional.of(Person.of(request.person(), request.groups())), Set.of());
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      return now.equals(after());
    }

    @Override
    public String toString() {
      return "addPerson";
    }
  }

  /** Adds the person with one face. */
  record Enrol(AddPerson request, List<FaceImage> images, boolean composed) implements Write {
    @Override
    public PersonState run(FaceLibrary library, PersonState before) {
      return state(library.enrol(request, images).orThrow());
    }

    private PersonState state(List<FaceId> faces) {
      return new PersonState(
          Optional.of(Person.of(request.person(), request.groups())), Set.copyOf(faces));
    }

    @Override
    public boolean isDone(PersonState before, PersonState now) {
      boolean complete = now.faces().size() == images.size();
      return now.person().equals(state(List.of()).person())
          && (complete || (composed && now.faces().isEmpty()));
    }

    @Override
    public String toString() {
      return "enrol";
    }
  }
}
