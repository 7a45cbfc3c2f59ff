package io.facelibrary.inmemory;

import io.facelibrary.Candidate;
import io.facelibrary.FaceMatch;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Compares a picture with every face in the groups asked, and keeps the best. */
final class Searcher {
  // Equally similar persons come in the order of their ids, so that answers do not depend on luck.
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.person().value());

  private final Groups groups;
  private final Resemblance resemblance;
  private final boolean nextDayGroups;

  Searcher(Groups groups, Resemblance resemblance, boolean nextDayGroups) {
    this.groups = groups;
    this.resemblance = resemblance;
    this.nextDayGroups = nextDayGroups;
  }

  SearchResult search(Search request) {
    PriorityQueue<Candidate> best = new PriorityQueue<>(BEST_FIRST.reversed());
    Set<PersonId> seen = new HashSet<>();
    for (GroupId group : request.groups()) {
      if (nextDayGroups && !groups.isFromAnEarlierDay(group)) {
        continue;
      }
      for (PersonEntry person : groups.members(group).values()) {
        if (request.groups().size() == 1 || seen.add(person.id())) {
          mostSimilar(person, request).ifPresent(candidate -> keep(best, candidate, request));
        }
      }
    }
    List<Candidate> candidates = best.stream().sorted(BEST_FIRST).toList();
    // No face is looked for in the picture: it stands for one face, with no box.
    return new SearchResult(List.of(new FaceMatch(Optional.empty(), candidates)), Optional.empty());
  }

  private Optional<Candidate> mostSimilar(PersonEntry person, Search request) {
    Optional<Candidate> best = Optional.empty();
    for (Faces.Known known : person.known()) {
      Similarity similarity = resemblance.between(request.image(), known.image());
      if (similarity.compareTo(Similarity.NONE) > 0
          && similarity.isAtLeast(request.atLeast())
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
}
