package io.facelibrary.testkit.readme;

import static io.facelibrary.Capability.FACE_IMAGE_URL;
import static io.facelibrary.Capability.IMAGE_BYTES;
import static io.facelibrary.Capability.IMAGE_URL;
import static io.facelibrary.Capability.LIST_ALL_PERSONS;
import static io.facelibrary.Capability.LIST_GROUPS;
import static io.facelibrary.Capability.LIST_PERSONS;
import static io.facelibrary.Capability.SEARCH;
import static io.facelibrary.Capability.SEARCH_AMONG_PERSONS;
import static io.facelibrary.Capability.SEARCH_MANY_GROUPS;
import static java.util.stream.Collectors.toCollection;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.Limits;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps one card per person, in memory. One lock guards all cards. */
final class CardIndexFaceLibrary implements FaceLibrary {
  private final Capabilities capabilities;
  private final int facesPerPerson;
  private final int mostGroups;
  private final Map<PersonId, Card> cards = new HashMap<>();
  private long lastFace;

  CardIndexFaceLibrary(int faces, int groups) {
    facesPerPerson = faces;
    mostGroups = groups;
    Limits.Builder limits = Limits.builder().facesPerPerson(faces).groups(groups);
    limits.idLength(64).idPattern("[A-Za-z0-9_-]+").imagesPerCall(4).imageBytes(100_000);
    limits.groupsPerSearch(5).resultsPerSearch(10).urlLength(500);
    capabilities =
        Capabilities.builder()
            .offers(IMAGE_BYTES, IMAGE_URL, FACE_IMAGE_URL, LIST_GROUPS, LIST_PERSONS)
            .offers(SEARCH, SEARCH_MANY_GROUPS, SEARCH_AMONG_PERSONS, LIST_ALL_PERSONS)
            .scale(SimilarityScale.ofThresholds(Similarity.SAME, Similarity.SAME))
            .limits(limits.build())
            .build();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public synchronized AddFacesResult addFaces(AddFaces request) {
    Card card = cardOf(request.person());
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>();
    for (FaceImage image : request.images()) {
      outcomes.add(addFace(card, image, outcomes.size()));
    }
    return AddFacesResult.of(outcomes);
  }

  private AddFacesResult.Outcome addFace(Card card, FaceImage image, int index) {
    if (card.faceCount() == facesPerPerson) {
      return AddFacesResult.Rejected.of(
          ItemFailure.of(index, ErrorKind.QUOTA_EXCEEDED, "the person holds all faces it may"));
    }
    FaceId face = FaceId.of("face-" + ++lastFace);
    card.paste(face, image);
    return AddFacesResult.Added.of(face);
  }

  @Override
  public synchronized DeleteFacesResult deleteFaces(DeleteFaces request) {
    Card card = cardOf(request.person());
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>();
    for (FaceId face : request.faces()) {
      outcomes.add(
          card.tearOff(face)
              ? DeleteFacesResult.Deleted.of(face)
              : DeleteFacesResult.Absent.of(face));
    }
    return DeleteFacesResult.of(outcomes);
  }

  @Override
  public synchronized QueryFacesResult queryFaces(QueryFaces request) {
    Card card = cardOf(request.person());
    List<FaceId> asked = request.faces().orElseGet(card::faceIds);
    return QueryFacesResult.of(
        asked.stream().filter(card::has).map(card::face).toList(),
        asked.stream().filter(face -> !card.has(face)).toList());
  }

  @Override
  public synchronized void addPerson(AddPerson request) {
    if (cards.containsKey(request.person())) {
      throw FaceLibraryException.of(
          ErrorKind.ALREADY_EXISTS, Effect.NONE, "the person is in the library already");
    }
    refuseTooManyGroups(request.groups());
    cards.put(request.person(), new Card(request));
  }

  @Override
  public synchronized void updatePerson(UpdatePerson request) {
    cardOf(request.person()).update(request);
  }

  @Override
  public synchronized Optional<Person> findPerson(PersonId person) {
    return Optional.ofNullable(cards.get(person)).map(Card::toPerson);
  }

  @Override
  public synchronized boolean deletePerson(PersonId person) {
    return cards.remove(person) != null;
  }

  @Override
  public synchronized void joinGroups(PersonId person, Set<GroupId> groups) {
    Card card = cardOf(person);
    refuseTooManyGroups(groups);
    card.groups().addAll(groups);
  }

  @Override
  public synchronized void leaveGroups(PersonId person, Set<GroupId> groups) {
    cardOf(person).groups().removeAll(groups);
  }

  private void refuseTooManyGroups(Set<GroupId> joined) {
    Set<GroupId> groups = new HashSet<>(joined);
    cards.values().forEach(card -> groups.addAll(card.groups()));
    if (groups.size() > mostGroups) {
      throw FaceLibraryException.of(
          ErrorKind.QUOTA_EXCEEDED, Effect.NONE, "the library holds all the groups it may");
    }
  }

  @Override
  public synchronized Page<GroupId> listGroups(PageRequest page) {
    TreeSet<String> ids =
        cards.values().stream()
            .flatMap(card -> card.groups().stream())
            .map(GroupId::value)
            .collect(toCollection(TreeSet::new));
    return Pages.of("groups", ids, GroupId::of, page);
  }

  @Override
  public synchronized Page<PersonId> listPersons(GroupId group, PageRequest page) {
    TreeSet<String> ids =
        cards.values().stream()
            .filter(card -> card.groups().contains(group))
            .map(card -> card.person().value())
            .collect(toCollection(TreeSet::new));
    return Pages.of("persons of " + group, ids, PersonId::of, page);
  }

  @Override
  public synchronized Page<PersonId> listPersons(PageRequest page) {
    TreeSet<String> ids =
        cards.keySet().stream().map(PersonId::value).collect(toCollection(TreeSet::new));
    return Pages.of("all persons", ids, PersonId::of, page);
  }

  @Override
  public synchronized SearchResult search(Search request) {
    Set<PersonId> among = request.persons();
    List<Candidate> candidates =
        cards.values().stream()
            .filter(card -> card.isInOneOf(request.groups()))
            .filter(card -> among.isEmpty() || among.contains(card.person()))
            .flatMap(card -> card.candidate((FaceImage) request.probe()).stream())
            .limit(request.topK())
            .toList();
    return SearchResult.of(List.of(SearchedFace.of(candidates)));
  }

  private Card cardOf(PersonId person) {
    Card card = cards.get(person);
    if (card == null) {
      throw FaceLibraryException.of(
          ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
    }
    return card;
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}
