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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rules of a library that stores faces itself. Operations on one person are linearizable,
 * because the store runs each rule atomically.
 */
final class EngineFaceLibrary implements FaceLibrary, FaceArchive {
  /** Source: help.aliyun.com document 121341, "faces recognised in one query image". */
  private static final int MAX_FACES_PER_IMAGE = 20;

  private final LibraryStore store;
  private final EngineOptions options;
  private final Optional<CheckedEncoder> encoder;
  private final Capabilities capabilities;
  private final PageTokens tokens;
  private final FaceRules faces;

  EngineFaceLibrary(LibraryStore store, EngineOptions options) {
    this.store = store;
    this.options = options;
    encoder = options.encoder();
    capabilities = options.capabilities();
    tokens = new PageTokens(store.identity());
    faces = new FaceRules(store, capabilities);
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
      batch.encodeUpTo(require(store.read(person, faces::freePlaces)));
    }
    while (true) {
      Optional<Optional<AddFacesResult>> result =
          store.change(person, batch.images(), it -> faces.add(it, batch));
      if (result.isEmpty()) {
        throw FaceRules.unknownPerson();
      }
      if (result.get().isPresent()) {
        return result.get().get();
      }
      // Encode more faces without the lock and retry: the person may now have more or less room.
      batch.encodeUpTo(require(store.read(person, faces::freePlaces)));
    }
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return change(request.person(), person -> FaceRules.delete(person, request.faces()));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return require(
        store.read(
            request.person(),
            person ->
                request
                    .faces()
                    .map(named -> FaceRules.query(person, named))
                    .orElseGet(() -> QueryFacesResult.of(person.faces(), List.of()))));
  }

  @Override
  public void addPerson(AddPerson request) {
    store.add(
        request.person(), request.name(), request.note(), person -> person.join(request.groups()));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    change(
        request.person(),
        person -> {
          request.name().ifPresent(person::setName);
          request.note().ifPresent(person::setNote);
          return true;
        });
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return store.read(
        person, it -> Person.of(it.id(), it.groups()).withName(it.name()).withNote(it.note()));
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return store
        .change(
            person,
            List.of(),
            it -> {
              it.delete();
              return true;
            })
        .isPresent();
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> joined) {
    change(
        person,
        it -> {
          it.join(joined);
          return true;
        });
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> left) {
    change(
        person,
        it -> {
          it.leave(left);
          return true;
        });
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return Paging.page(store::groups, tokens.of("groups", GroupId::of, GroupId::value), page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return Paging.page(
        (after, limit) -> store.members(group, after, limit),
        tokens.of("persons of " + group.value(), PersonId::of, PersonId::value),
        page);
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    TreeSet<String> ids = new TreeSet<>();
    store.forEachPerson(id -> ids.add(id.value()));
    return Paging.page(
        (after, limit) ->
            after.map(it -> ids.tailSet(it.value(), false)).orElse(ids).stream()
                .limit(limit)
                .map(PersonId::of)
                .toList(),
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
              List<Candidate> similar = store.mostSimilar(request, searchable(request));
              return SearchResult.of(List.of(SearchedFace.of(similar)));
            });
  }

  private SearchResult search(Search request, CheckedEncoder encoder) {
    List<EncodedFace> probes = encoder.encodeAll((FaceImage) request.probe(), MAX_FACES_PER_IMAGE);
    List<GroupId> groups = searchable(request);
    List<List<Neighbor>> nearest =
        store.nearest(
            probes.stream().map(it -> it.embedding().toArray()).toList(), groups, request.topK());
    long compared = facesIn(groups);
    List<SearchedFace> faces = new ArrayList<>(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      SearchedFace face =
          SearchedFace.of(candidates(nearest.get(i), request, encoder)).withCompared(compared);
      faces.add(probes.get(i).box().map(face::withBox).orElse(face));
    }
    return SearchResult.of(faces).withModel(encoder.model().name());
  }

  private long facesIn(List<GroupId> groups) {
    Set<PersonId> persons = new HashSet<>();
    groups.forEach(
        group -> persons.addAll(store.members(group, Optional.empty(), Integer.MAX_VALUE)));
    return persons.stream()
        .mapToLong(person -> store.read(person, PersonReader::faceCount).orElse(0))
        .sum();
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
    if (!options.hasNextDayGroups()) {
      return List.copyOf(request.groups());
    }
    LocalDate today = LocalDate.now(options.clock());
    return request.groups().stream()
        .filter(group -> store.creationDay(group).filter(today::isAfter).isPresent())
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

  @Override
  public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
    return store.read(person, it -> it.findArchived(face)).flatMap(Function.identity());
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
    store.forEachPerson(
        id ->
            store.change(
                id,
                List.of(),
                person -> {
                  person.faces().forEach(face -> person.deleteFace(face.id()));
                  person.leave(person.groups());
                  return true;
                }));
  }

  private <T> T change(PersonId person, Function<PersonWriter, T> rule) {
    return require(store.change(person, List.of(), rule));
  }

  private static <T> T require(Optional<T> result) {
    if (result.isEmpty()) {
      throw FaceRules.unknownPerson();
    }
    return result.get();
  }
}
