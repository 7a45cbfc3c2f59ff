package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Knows faces by their pictures, and compares a picture with every face in the groups asked. */
final class ImageSearchIndex implements SearchIndex {
  // Equally similar persons come in the order of their ids, so that answers do not depend on luck.
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.person().value());

  private final Groups groups;
  private final ImageMatcher imageMatcher;

  ImageSearchIndex(Groups groups, ImageMatcher imageMatcher) {
    this.groups = groups;
    this.imageMatcher = imageMatcher;
  }

  @Override
  public Object learn(StoredPerson person, FaceId face, ArchivedFace kept) {
    return kept.image().orElseThrow();
  }

  @Override
  public ArchivedFace archived(FaceId face, Object trace) {
    return new ArchivedFace(Optional.of((FaceImage) trace), Optional.empty());
  }

  @Override
  public void forget(StoredPerson person, FaceId face, Object trace) {}

  @Override
  public void enter(StoredPerson person, Collection<GroupId> entered) {}

  @Override
  public void leave(StoredPerson person, Collection<GroupId> left) {}

  @Override
  public List<Candidate> alike(Search request, List<GroupId> asked) {
    PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
    Set<PersonId> seen = new HashSet<>();
    for (GroupId group : asked) {
      for (StoredPerson person : groups.members(group, Optional.empty()).values()) {
        if (asked.size() == 1 || seen.add(person.id())) {
          mostSimilar(person, request).ifPresent(candidate -> keep(best, candidate, request));
        }
      }
    }
    return best.stream().sorted(BEST_FIRST).toList();
  }

  private Optional<Candidate> mostSimilar(StoredPerson person, Search request) {
    Optional<Candidate> best = Optional.empty();
    for (Faces.Known known : person.known()) {
      Similarity similarity = imageMatcher.between(request.image(), (FaceImage) known.trace());
      if (similarity.compareTo(Similarity.NONE) > 0
          && similarity.isAtLeast(request.minSimilarity())
          && (best.isEmpty() || similarity.compareTo(best.get().similarity()) > 0)) {
        best = Optional.of(new Candidate(person.id(), known.face(), similarity));
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
