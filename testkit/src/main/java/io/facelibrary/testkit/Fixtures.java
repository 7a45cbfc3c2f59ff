package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Creates the persons, groups and faces of one test, and deletes the persons after it. */
final class Fixtures {
  private final Harness harness;
  private final Supplier<FaceLibrary> library;
  private final Assumptions assumptions;
  private final GroupId sharedGroup;
  private final Queue<PersonId> persons = new ConcurrentLinkedQueue<>();

  /**
   * Creates fixtures without persons.
   *
   * @param library returns the library under test, which changes when a test reopens it
   */
  Fixtures(Harness harness, Supplier<FaceLibrary> library, Assumptions assumptions) {
    this.harness = harness;
    this.library = library;
    this.assumptions = assumptions;
    this.sharedGroup = newGroupId();
  }

  /** Returns an id that is not in the library; a person with it is deleted after the test. */
  PersonId newPersonId() {
    return deleteAfterTest(harness.freshPerson());
  }

  PersonId deleteAfterTest(PersonId person) {
    persons.add(person);
    return person;
  }

  /** Returns a group without persons; the only group if the library has no other. */
  GroupId newGroupId() {
    return library.get().capabilities().offers(Capability.NAMED_GROUPS)
        ? harness.freshGroup()
        : GroupId.DEFAULT;
  }

  /** Returns ids of groups if the library may hold them and {@link #sharedGroup} besides. */
  List<GroupId> newGroupIds(int count) {
    assumptions.groups(count + 1);
    return Stream.generate(this::newGroupId).limit(count).toList();
  }

  /** Returns the group of the persons of this test that need no other group. */
  GroupId sharedGroup() {
    return sharedGroup;
  }

  /** Adds a person to {@link #sharedGroup}. */
  PersonId addPerson() {
    return addPersonTo(sharedGroup);
  }

  PersonId addPersonTo(GroupId... groups) {
    PersonId person = newPersonId();
    library.get().addPerson(AddPerson.of(person, groups));
    return person;
  }

  /** Returns a text cut to the length of a name. */
  String name(String text) {
    return cut(text, limits().nameLength());
  }

  /** Returns a text cut to the length of a note. */
  String note(String text) {
    return cut(text, limits().noteLength());
  }

  static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  FaceImage newImage() {
    return harness.freshImage(library.get());
  }

  List<FaceImage> newImages(int count) {
    return Stream.generate(this::newImage).limit(count).toList();
  }

  FaceId addFace(PersonId person) {
    return addFace(person, newImage());
  }

  FaceId addFace(PersonId person, FaceImage image) {
    return library.get().addFaces(AddFaces.of(person, image)).orThrow().get(0);
  }

  /** Adds faces in as many calls as the library needs, if a person may hold them. */
  List<FaceId> addFaces(PersonId person, int count) {
    assumptions.facesPerPerson(count);
    return addFaces(person, newImages(count));
  }

  /** Adds faces of these images, in as many calls as the library needs. */
  List<FaceId> addFaces(PersonId person, List<FaceImage> images) {
    List<FaceId> faces = new ArrayList<>();
    while (faces.size() < images.size()) {
      int end = Math.min(images.size(), faces.size() + imagesPerCall());
      List<FaceImage> batch = images.subList(faces.size(), end);
      faces.addAll(library.get().addFaces(AddFaces.of(person, batch)).orThrow());
    }
    return faces;
  }

  /** Returns the id of a face that the library issued and that is deleted. */
  FaceId addAndDeleteFace(PersonId person) {
    FaceId face = addFace(person);
    library.get().deleteFaces(DeleteFaces.of(person, face)).orThrow();
    return face;
  }

  /** Returns how many images a test may put into one call. */
  int imagesPerCall() {
    return limits().imagesPerCall().orElse(Assumptions.LARGEST_TESTED_LIMIT);
  }

  /** Returns how many faces a test may add to one person. */
  int facesPerPerson() {
    return limits().facesPerPerson().orElse(Assumptions.LARGEST_TESTED_LIMIT);
  }

  /**
   * Returns the faces of a large batch: {@link Batch#SIZE}, or fewer if a person may hold fewer.
   */
  int batch() {
    return Math.min(Batch.SIZE, facesPerPerson());
  }

  private Limits limits() {
    return library.get().capabilities().limits();
  }

  List<FaceId> facesOf(PersonId person) {
    return library.get().queryFaces(QueryFaces.allOf(person)).ids();
  }

  /** Returns a search for the usual number of persons, or for fewer if the library allows fewer. */
  Search search(Probe probe, GroupId... groups) {
    Search search = search(library.get(), probe, groups);
    return search.minSimilarity().isPresent()
        ? search.withMinSimilarity(harness.matchSimilarity())
        : search;
  }

  /** Returns a search with the library's own threshold; for everybody if it has none. */
  static Search search(FaceLibrary library, Probe probe, GroupId... groups) {
    Capabilities capabilities = library.capabilities();
    Search usual = Search.of(probe, groups);
    int most = capabilities.limits().resultsPerSearch().orElse(usual.topK());
    Search allowed = usual.withTopK(Math.min(usual.topK(), most));
    return capabilities.scale().isPresent() || capabilities.offers(Capability.OWN_THRESHOLD)
        ? allowed
        : allowed.withMinSimilarity(Similarity.NONE);
  }

  /** Waits until every write so far is visible to search. */
  void waitForSearch() {
    harness.waitForSearch(library.get().capabilities().searchDelay());
  }

  /** Returns the numbers from 0 (inclusive) to {@code end} (exclusive). */
  static List<Integer> indices(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  /** Deletes the persons of the test, so that a durable library does not fill up. */
  void deletePersons() {
    if (library.get().capabilities().offers(Capability.WRITES)) {
      persons.forEach(library.get()::deletePerson);
    }
  }
}
