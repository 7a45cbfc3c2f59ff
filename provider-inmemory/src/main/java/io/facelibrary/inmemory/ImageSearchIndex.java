package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.engine.NewFace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** An index of images. A search compares the query image with every face in its groups. */
final class ImageSearchIndex implements SearchIndex {
  private final Groups groups;
  private final ImageMatcher matcher;

  ImageSearchIndex(Groups groups, ImageMatcher matcher) {
    this.groups = groups;
    this.matcher = matcher;
  }

  @Override
  public Object add(StoredPerson person, NewFace face) {
    return face.image().orElseThrow();
  }

  @Override
  public ArchivedFace content(FaceId face, Object handle) {
    return ArchivedFace.of((FaceImage) handle);
  }

  @Override
  public void remove(StoredPerson person, FaceId face, Object handle) {}

  @Override
  public void joinGroups(StoredPerson person, Collection<GroupId> joined) {}

  @Override
  public void leaveGroups(StoredPerson person, Collection<GroupId> left) {}

  @Override
  public Optional<List<Candidate>> mostSimilar(
      Search request, List<GroupId> searched, Persons persons) {
    return image(request.probe(), persons).map(image -> mostSimilar(image, request, searched));
  }

  private static Optional<FaceImage> image(Probe probe, Persons persons) {
    if (probe instanceof KnownFace known) {
      return persons
          .ifPresent(known.person(), person -> person.handle(known.face()))
          .flatMap(handle -> handle)
          .map(FaceImage.class::cast);
    }
    return Optional.of((FaceImage) probe);
  }

  private List<Candidate> mostSimilar(FaceImage image, Search request, List<GroupId> searched) {
    PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
    Set<PersonId> among = request.persons();
    Set<PersonId> seen = new HashSet<>();
    for (GroupId group : searched) {
      for (StoredPerson person : groups.members(group, Optional.empty()).values()) {
        boolean asked = among.isEmpty() || among.contains(person.id());
        if (asked && (searched.size() == 1 || seen.add(person.id()))) {
          bestFace(person, image, request).ifPresent(candidate -> keep(best, candidate, request));
        }
      }
    }
    return best.stream().sorted(Candidate.BEST_FIRST).toList();
  }

  private Optional<Candidate> bestFace(StoredPerson person, FaceImage image, Search request) {
    Optional<Candidate> best = Optional.empty();
    for (Faces.Indexed known : person.indexedFaces()) {
      Similarity similarity = matcher.between(image, (FaceImage) known.handle());
      if (similarity.compareTo(Similarity.NONE) > 0
          && similarity.isAtLeast(request.minSimilarity().orElse(Similarity.NONE))
          && (best.isEmpty() || similarity.compareTo(best.get().similarity()) > 0)) {
        best = Optional.of(Candidate.of(person.id(), similarity).withFace(known.face()));
      }
    }
    return best;
  }

  private static void keep(PriorityQueue<Candidate> best, Candidate candidate, Search request) {
    best.add(candidate);
    if (best.size() > request.topK()) {
      best.remove();
    }
  }

  @Override
  public void close() {}
}
