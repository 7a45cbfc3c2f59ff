package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a library with the one that it was copied from. */
final class Comparison {
  private static final int MAX_DIFFERENCES = 1000;

  /** After half of the searches, only every thousandth person is used for a search. */
  private static final int SEARCH_INTERVAL = 1000;

  private final List<String> differences = new ArrayList<>();
  private final FaceLibrary from;
  private final FaceLibrary to;
  private final Map<String, Journal.Done> done;
  private final int maxSearches;
  private long persons;
  private long faces;
  private long searches;

  Comparison(FaceLibrary from, FaceLibrary to, Map<String, Journal.Done> done, int maxSearches) {
    this.from = from;
    this.to = to;
    this.done = done;
    this.maxSearches = maxSearches;
  }

  Verification run() {
    AllPersons.of(from).forEach(id -> from.findPerson(id).ifPresent(this::compare));
    long copied = AllPersons.of(to).count();
    if (copied != persons) {
      addDifference("the source has " + persons + " persons, the target has " + copied);
    }
    return new Verification(persons, faces, searches, differences);
  }

  private void addDifference(String sentence) {
    if (differences.size() < MAX_DIFFERENCES) {
      differences.add(sentence);
    }
  }

  private void compare(Person person) {
    persons++;
    Optional<Person> copy = to.findPerson(person.id());
    if (copy.isEmpty()) {
      addDifference("person " + person.id() + " is missing");
      return;
    }
    if (!copy.get().equals(person)) {
      addDifference("person " + person.id() + " has a different name, note or groups");
    }
    List<Face> known = from.queryFaces(QueryFaces.allOf(person.id())).faces();
    Set<FaceId> copied = new LinkedHashSet<>(to.queryFaces(QueryFaces.allOf(person.id())).ids());
    faces += known.size();
    if (copied.size() != known.size()) {
      addDifference(
          "person " + person.id() + " has " + copied.size() + " faces, not " + known.size());
    }
    for (Face face : known) {
      Optional<FaceId> mapped =
          Optional.ofNullable(done.get(face.id().value())).flatMap(Journal.Done::face);
      if (mapped.isEmpty() || !copied.contains(mapped.get())) {
        addDifference("face " + face.id() + " of person " + person.id() + " is missing");
      }
    }
    if (searches < maxSearches && (persons <= maxSearches / 2 || persons % SEARCH_INTERVAL == 0)) {
      known.stream().findFirst().ifPresent(face -> search(person, face));
    }
  }

  private void search(Person person, Face face) {
    Optional<FaceImage> image =
        from.unwrap(FaceArchive.class)
            .flatMap(it -> it.findArchivedFace(person.id(), face.id()))
            .flatMap(ArchivedFace::image)
            .or(() -> face.source().map(FaceImage::at));
    if (image.isEmpty() || person.groups().isEmpty() || !canSearch(image.get())) {
      return;
    }
    GroupId group = person.groups().iterator().next();
    try {
      Optional<PersonId> expected = findBest(from, image.get(), group);
      Optional<PersonId> actual = findBest(to, image.get(), group);
      searches++;
      if (!expected.equals(actual)) {
        addDifference("a search with face " + face.id() + " of person " + person.id() + " differs");
      }
    } catch (FaceLibraryException e) {
      addDifference("a search with face " + face.id() + " failed: " + e.kind());
    }
  }

  private boolean canSearch(FaceImage image) {
    Capability needed =
        image instanceof FaceImage.Url ? Capability.IMAGE_URL : Capability.IMAGE_BYTES;
    return List.of(from, to).stream()
        .map(FaceLibrary::capabilities)
        .allMatch(
            it -> it.offers(Capability.SEARCH) && it.offers(needed) && it.searchDelay().isZero());
  }

  /** Finds the most similar person. Two libraries may differ in what they judge to be a match. */
  private static Optional<PersonId> findBest(FaceLibrary library, FaceImage image, GroupId group) {
    Search search = Search.of(image, group).withTopK(1).withMinSimilarity(Similarity.NONE);
    return library.search(search).best().map(Candidate::person);
  }
}
