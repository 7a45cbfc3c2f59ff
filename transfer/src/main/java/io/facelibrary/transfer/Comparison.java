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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a library against the one that it was copied from. */
final class Comparison {
  private static final int MOST_DIFFERENCES = 1000;
  // Of the first so many persons one each; then of every thousandth.
  private static final int SPREAD = 1000;

  private final List<String> differences = new ArrayList<>();
  private final FaceLibrary from;
  private final FaceLibrary to;
  private final Map<String, Journal.Done> done;
  private final int mostSearches;
  private long persons;
  private long faces;
  private long searches;

  Comparison(FaceLibrary from, FaceLibrary to, Map<String, Journal.Done> done, int mostSearches) {
    this.from = from;
    this.to = to;
    this.done = done;
    this.mostSearches = mostSearches;
  }

  Verification run() {
    new PersonWalker(from).forEach(id -> from.findPerson(id).ifPresent(this::compare));
    long[] there = {0};
    new PersonWalker(to).forEach(id -> there[0]++);
    if (there[0] != persons) {
      differ(persons + " persons became " + there[0]);
    }
    return new Verification(persons, faces, searches, differences);
  }

  private void differ(String what) {
    if (differences.size() < MOST_DIFFERENCES) {
      differences.add(what);
    }
  }

  private void compare(Person person) {
    persons++;
    Optional<Person> copy = to.findPerson(person.id());
    if (copy.isEmpty()) {
      differ("person " + person.id() + " is missing");
      return;
    }
    if (!copy.get().equals(person)) {
      differ("person " + person.id() + " has another name, note or other groups");
    }
    List<Face> known = from.queryFaces(QueryFaces.allOf(person.id())).faces();
    Set<FaceId> copied = new LinkedHashSet<>(to.queryFaces(QueryFaces.allOf(person.id())).ids());
    faces += known.size();
    if (copied.size() != known.size()) {
      differ("person " + person.id() + " has " + copied.size() + " faces, not " + known.size());
    }
    for (Face face : known) {
      Optional<FaceId> mapped =
          Optional.ofNullable(done.get(face.id().value())).flatMap(Journal.Done::face);
      if (mapped.isEmpty() || !copied.contains(mapped.get())) {
        differ("face " + face.id() + " of person " + person.id() + " is missing");
      }
    }
    if (searches < mostSearches && (persons <= mostSearches / 2 || persons % SPREAD == 0)) {
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
      Optional<PersonId> one = best(from, image.get(), group);
      Optional<PersonId> other = best(to, image.get(), group);
      searches++;
      if (!one.equals(other)) {
        differ("a search with face " + face.id() + " of person " + person.id() + " differs");
      }
    } catch (FaceLibraryException e) {
      differ("a search with face " + face.id() + " failed: " + e.kind());
    }
  }

  private boolean canSearch(FaceImage image) {
    Capability form =
        image instanceof FaceImage.Url ? Capability.IMAGE_URL : Capability.IMAGE_BYTES;
    return List.of(from, to).stream()
        .map(FaceLibrary::capabilities)
        .allMatch(
            it -> it.offers(Capability.SEARCH) && it.offers(form) && it.searchDelay().isZero());
  }

  private static Optional<PersonId> best(FaceLibrary library, FaceImage image, GroupId group) {
    return library.search(Search.of(image, group)).best().map(Candidate::person);
  }
}
