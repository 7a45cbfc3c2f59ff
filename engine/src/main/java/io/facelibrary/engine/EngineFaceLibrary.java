package io.facelibrary.engine;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
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
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.UpdatePerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rules of a library that stores faces itself. Operations on one person are linearizable,
 * because the store makes each change only to the person that its rule saw.
 */
final class EngineFaceLibrary implements FaceLibrary, FaceArchive {
  /** Source: help.aliyun.com document 121341, "faces recognised in one query image". */
  private static final int MAX_FACES_PER_IMAGE = 20;

  private static final int PAGE_SIZE = 1000;
  private static final Reads FACES = Reads.of(Part.FACES);
  private static final Reads CONTENT = Reads.of(Part.CONTENT);
  private static final Reads FACES_AND_GROUPS = Reads.of(Part.FACES, Part.GROUPS);
  private static final Reads TEXT_AND_GROUPS = Reads.of(Part.TEXT, Part.GROUPS);

  private final LibraryStore store;
  private final EngineOptions options;
  private final Optional<CheckedEncoder> encoder;
  private final Optional<ImageSearch> images;
  private final Optional<GroupDays> groupDays;
  private final Capabilities capabilities;
  private final PageTokens tokens;
  private final FaceRules faces;

  EngineFaceLibrary(LibraryStore store, EngineOptions options) {
    this.store = store;
    this.options = options;
    encoder = options.encoder();
    images = store instanceof ImageSearch it ? Optional.of(it) : Optional.empty();
    groupDays = options.hasNextDayGroups() ? Optional.of(groupDays(store)) : Optional.empty();
    if (encoder.isEmpty() && images.isEmpty()) {
      options.without(Capability.SEARCH);
    }
    capabilities = options.capabilities();
    tokens = new PageTokens(store.identity());
    faces = new FaceRules(capabilities);
  }

  private static GroupDays groupDays(LibraryStore store) {
    if (store instanceof GroupDays days) {
      return days;
    }
    throw InvalidRequestException.of(
        "nextDayGroups", "must not be set: this library does not know the age of a group");
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return add(
        request.person(),
        encoder.isPresent()
            ? EncodedFaceBatch.ofImages(request.images(), encoder.get())
            : new RawImageBatch(request.images()));
  }

  private AddFacesResult add(PersonId person, FaceBatch batch) {
    if (!batch.hasEnough(Integer.MAX_VALUE)) {
      batch.encodeUpTo(freePlaces(person));
    }
    List<FaceId> ids = store.newFaceIds(batch.count());
    while (true) {
      Optional<AddFacesResult> result =
          change(person, faces.readsOfAdd(), it -> faces.add(it, batch, ids));
      if (result.isPresent()) {
        return result.get();
      }
      // Encode more faces outside the rule and retry: the person may now have more or less room.
      batch.encodeUpTo(freePlaces(person));
    }
  }

  private int freePlaces(PersonId person) {
    return require(store.read(person, faces.readsOfFreePlaces(), faces::freePlaces));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return change(
        request.person(),
        FACES.ofFaces(request.faces()),
        person -> FaceRules.delete(person, request.faces()));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    if (request.faces().isPresent()) {
      List<FaceId> named = request.faces().get();
      return require(
          store.read(
              request.person(), FACES.ofFaces(named), person -> FaceRules.query(person, named)));
    }
    return require(
        store.read(
            request.person(), FACES, person -> QueryFacesResult.of(person.faces(), List.of())));
  }

  @Override
  public void addPerson(AddPerson request) {
    store.add(request, List.of());
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    PersonChange name = request.name().map(PersonChange.NONE::withName).orElse(PersonChange.NONE);
    PersonChange all = request.note().map(name::withNote).orElse(name);
    change(request.person(), all);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return store.read(
        person,
        TEXT_AND_GROUPS,
        it -> Person.of(it.id(), it.groups()).withName(it.name()).withNote(it.note()));
  }

  @Override
  public boolean deletePerson(PersonId person) {
    Decision<Boolean> decision = Decision.of(true, PersonChange.FORGET);
    return store.change(person, Reads.NOTHING, it -> decision).isPresent();
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> joined) {
    change(person, PersonChange.NONE.joining(joined));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> left) {
    change(person, PersonChange.NONE.leaving(left));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return Paging.page(store::groups, tokens.of("groups", GroupId::of, GroupId::value), page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return Paging.page(
        (after, limit) -> store.persons(Optional.of(group), after, limit),
        tokens.of("persons of " + group.value(), PersonId::of, PersonId::value),
        page);
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    return Paging.page(
        (after, limit) -> store.persons(Optional.empty(), after, limit),
        tokens.of("persons", PersonId::of, PersonId::value),
        page);
  }

  @Override
  public SearchResult search(Search request) {
    return encoder
        .map(it -> search(request, it))
        .orElseGet(
            () -> {
              // Without an encoder the image as a whole counts as one face, without a box.
              List<Candidate> similar =
                  images.orElseThrow().mostSimilar(request, searchable(request));
              return SearchResult.of(List.of(SearchedFace.of(similar)));
            });
  }

  private SearchResult search(Search request, CheckedEncoder encoder) {
    List<EncodedFace> probes = encoder.encodeAll((FaceImage) request.probe(), MAX_FACES_PER_IMAGE);
    Neighbors nearest =
        store.nearest(
            NearestQuery.of(
                probes.stream().map(it -> it.embedding().toArray()).toList(),
                searchable(request),
                request.topK()));
    List<SearchedFace> searched = new ArrayList<>(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      SearchedFace face =
          SearchedFace.of(candidates(nearest.byProbe().get(i), request, encoder))
              .withCompared(nearest.facesCompared());
      searched.add(probes.get(i).box().map(face::withBox).orElse(face));
    }
    return SearchResult.of(searched).withModel(encoder.model().name());
  }

  private static List<Candidate> candidates(
      List<Neighbor> nearest, Search request, CheckedEncoder encoder) {
    List<Candidate> candidates = new ArrayList<>();
    for (Neighbor neighbor : nearest) {
      Similarity similarity = encoder.similarity(Math.sqrt(neighbor.squaredDistance()));
      if (similarity.isAtLeast(request.minSimilarity().orElse(Similarity.NONE))) {
        candidates.add(Candidate.of(neighbor.person(), similarity).withFace(neighbor.face()));
      }
    }
    return candidates;
  }

  /** The groups of the request that may be searched today. */
  private List<GroupId> searchable(Search request) {
    if (groupDays.isEmpty()) {
      return List.copyOf(request.groups());
    }
    GroupDays days = groupDays.get();
    LocalDate today = LocalDate.now(options.clock());
    return request.groups().stream()
        .filter(group -> days.creationDay(group).filter(today::isAfter).isPresent())
        .toList();
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    try {
      store.close();
    } finally {
      encoder.ifPresent(CheckedEncoder::close);
    }
  }

  @Override
  public Optional<EncoderModel> model() {
    return encoder.map(CheckedEncoder::model);
  }

  private void forEachPerson(Consumer<PersonId> action) {
    Optional<PersonId> last = Optional.empty();
    List<PersonId> page;
    do {
      page = store.persons(Optional.empty(), last, PAGE_SIZE);
      page.forEach(action);
      last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE_SIZE);
  }

  @Override
  public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
    return store
        .read(person, CONTENT.ofFaces(List.of(face)), it -> it.content(face))
        .flatMap(Function.identity());
  }

  @Override
  public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> archived) {
    List<ArchivedFace> copy = List.copyOf(archived);
    if (copy.isEmpty()) {
      throw InvalidRequestException.of("faces", "must not be empty");
    }
    if (encoder.isEmpty() && !capabilities.offers(Capability.IMAGE_BYTES)) {
      throw UnsupportedCapabilityException.of(Capability.IMAGE_BYTES);
    }
    return add(
        person,
        encoder.isPresent()
            ? EncodedFaceBatch.ofArchived(copy, encoder.get())
            : new RawArchiveBatch(copy));
  }

  /** Removes all faces and all memberships; see {@link YearlyClearing}. */
  void clear() {
    forEachPerson(id -> store.change(id, FACES_AND_GROUPS, EngineFaceLibrary::cleared));
  }

  private static Decision<Boolean> cleared(PersonSnapshot person) {
    return Decision.of(
        true,
        PersonChange.NONE
            .deleting(person.faces().stream().map(Face::id).toList())
            .leaving(person.groups()));
  }

  private void change(PersonId person, PersonChange change) {
    Decision<Boolean> decision = Decision.of(true, change);
    change(person, Reads.NOTHING, it -> decision);
  }

  private <T> T change(PersonId person, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
    return require(store.change(person, reads, rule));
  }

  private static <T> T require(Optional<T> result) {
    if (result.isEmpty()) {
      throw FaceRules.unknownPerson();
    }
    return result.get();
  }
}
