package io.facelibrary.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prepares what a test starts from, and takes it away again. */
final class Given {
  /** Beyond this a limit is not tried out: it would cost thousands of calls. */
  static final int LARGEST_LIMIT_TRIED = 1_000;

  private final Harness harness;
  private final FaceLibrary library;
  private final GroupId home;
  private final Queue<PersonId> persons = new ConcurrentLinkedQueue<>();

  Given(Harness harness, FaceLibrary library) {
    this.harness = harness;
    this.library = library;
    this.home = harness.freshGroup();
  }

  /** An id that is not in the library; whoever has it after the test is deleted. */
  PersonId nobody() {
    return noted(harness.freshPerson());
  }

  /** Notes a person for deletion after the test. */
  PersonId noted(PersonId person) {
    persons.add(person);
    return person;
  }

  /** Goes on only if the library takes an address of this length. */
  void address(FaceImage.Url image) {
    int length = image.url().toASCIIString().length();
    assumeTrue(
        limits().urlLength().orElse(Integer.MAX_VALUE) >= length,
        () -> "the library takes no address of " + length + " characters");
  }

  /** Goes on only if a search answers so many persons. */
  void results(int needed) {
    int most = limits().resultsPerSearch().orElse(Integer.MAX_VALUE);
    assumeTrue(most >= needed, () -> "a search answers " + most + " persons at most");
  }

  /** A search for as many persons as usual, or as the library answers where that is fewer. */
  Search search(FaceImage image, GroupId... groups) {
    return search(library, image, groups);
  }

  static Search search(FaceLibrary library, FaceImage image, GroupId... groups) {
    Search usual = Search.of(image, groups);
    int most = library.capabilities().limits().resultsPerSearch().orElse(usual.topK());
    return usual.withTopK(Math.min(usual.topK(), most));
  }

  GroupId group() {
    return harness.freshGroup();
  }

  /** Ids of groups beside the one of {@link #person}, if the library may hold as many. */
  List<GroupId> groups(int count) {
    OptionalInt limit = limits().groups();
    assumeTrue(
        limit.orElse(Integer.MAX_VALUE) > count,
        () -> "the library holds " + limit.orElse(0) + " groups and the test needs " + (count + 1));
    return Stream.generate(this::group).limit(count).toList();
  }

  /** The group of the persons of this test that need no other. */
  GroupId home() {
    return home;
  }

  /** A person that is in the library, in a group that the persons of this test share. */
  PersonId person() {
    return personIn(home);
  }

  PersonId personIn(GroupId... groups) {
    PersonId person = nobody();
    library.addPerson(AddPerson.of(person, groups));
    return person;
  }

  FaceImage image() {
    return harness.freshImage(library);
  }

  List<FaceImage> images(int count) {
    return Stream.generate(this::image).limit(count).toList();
  }

  /** Adds one face of a person. */
  FaceId face(PersonId person) {
    return face(person, image());
  }

  FaceId face(PersonId person, FaceImage image) {
    return library.addFaces(AddFaces.of(person, image)).orThrow().get(0);
  }

  /** Adds faces of a person, in as many calls as the library needs. */
  List<FaceId> faces(PersonId person, int count) {
    room(count);
    List<FaceId> faces = new ArrayList<>();
    while (faces.size() < count) {
      int batch = Math.min(count - faces.size(), imagesPerCall());
      faces.addAll(library.addFaces(new AddFaces(person, images(batch))).orThrow());
    }
    return faces;
  }

  /** A face id that the library issued once and whose face is no more. */
  FaceId goneFace(PersonId person) {
    FaceId face = face(person);
    library.deleteFaces(DeleteFaces.of(person, face)).orThrow();
    return face;
  }

  /** Goes on only if a person may hold so many faces. */
  void room(int faces) {
    OptionalInt limit = limits().facesPerPerson();
    assumeTrue(
        limit.orElse(Integer.MAX_VALUE) >= faces,
        () -> "a person holds " + limit.orElse(0) + " faces and the test needs " + faces);
  }

  /** Goes on only if one call may add so many pictures. */
  void batch(int images) {
    assumeTrue(
        imagesPerCall() >= images,
        () -> "a call adds " + imagesPerCall() + " pictures and the test needs " + images);
    room(images);
  }

  void offered(Capability capability) {
    assumeTrue(
        library.capabilities().offers(capability),
        () -> "the library does not offer " + capability);
  }

  void notOffered(Capability capability) {
    assumeTrue(
        !library.capabilities().offers(capability), () -> "the library offers " + capability);
  }

  /** Goes on only with a limit that is declared and small enough to try out. */
  int triable(OptionalInt limit, String what) {
    assumeTrue(limit.isPresent(), () -> "the library declares no limit of " + what);
    int value = limit.orElse(0);
    assumeTrue(
        value <= LARGEST_LIMIT_TRIED,
        () -> "the limit of " + what + ", " + value + ", is too large to try out");
    return value;
  }

  Limits limits() {
    return library.capabilities().limits();
  }

  int imagesPerCall() {
    return limits().imagesPerCall().orElse(LARGEST_LIMIT_TRIED);
  }

  List<FaceId> facesOf(PersonId person) {
    return library.queryFaces(QueryFaces.allOf(person)).ids();
  }

  /** Returns when search sees what was written. */
  void settled() {
    harness.settle(library.capabilities().searchDelay());
  }

  /** Counts from 0, for readers of a loop. */
  static List<Integer> countTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  /** Deletes the persons of the test, so that a library that lives on does not fill up. */
  void takeAway() {
    persons.forEach(library::deletePerson);
  }
}
