package io.facelibrary.engine;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.EncoderModel;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.LibraryInfo;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.UpdatePerson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rules of a library that stores faces itself. Operations on one person are linearizable,
 * because the store makes each change only to the person that its rule saw.
 */
final class EngineFaceLibrary implements FaceLibrary, FaceArchive {
  private static final int PAGE_SIZE = 1000;
  private static final Reads FACES = Reads.of(Part.FACES);
  private static final Reads CONTENT = Reads.of(Part.CONTENT);
  private static final Reads FACES_AND_GROUPS = Reads.of(Part.FACES, Part.GROUPS);
  private static final Reads TEXT_AND_GROUPS = Reads.of(Part.TEXT, Part.GROUPS);

  private final LibraryStore store;
  private final Optional<CheckedEncoder> encoder;
  private final Capabilities capabilities;
  private final PageTokens tokens;
  private final FaceRules faces;
  private final GroupRules groups;
  private final EngineSearch search;

  EngineFaceLibrary(LibraryStore store, EngineOptions options) {
    this.store = store;
    encoder = options.encoder();
    if (encoder.isEmpty() && !(store instanceof ImageSearch)) {
      options.without(Capability.SEARCH);
    }
    capabilities = options.capabilities();
    tokens = new PageTokens(store.identity());
    faces = new FaceRules(capabilities);
    groups = new GroupRules(capabilities);
    search = new EngineSearch(store, options, capabilities);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return add(request.person(), batch(request.images()));
  }

  private FaceBatch batch(List<FaceImage> images) {
    return encoder.isPresent()
        ? EncodedFaceBatch.ofImages(images, encoder.get())
        : new RawImageBatch(images);
  }

  private AddFacesResult add(PersonId person, FaceBatch batch) {
    if (!batch.hasEnough(Integer.MAX_VALUE)) {
      batch.encodeUpTo(faces.needed(freePlaces(person)));
    }
    List<FaceId> ids = store.newFaceIds(batch.count());
    while (true) {
      Optional<AddFacesResult> result =
          change(person, faces.readsOfAdd(), it -> faces.add(it, batch, ids));
      if (result.isPresent()) {
        return result.get();
      }
      // Encode more faces outside the rule and retry: the person may now have more or less room.
      batch.encodeUpTo(faces.needed(freePlaces(person)));
    }
  }

  private int freePlaces(PersonId person) {
    return require(store.read(person, faces.readsOfFreePlaces(), faces::freePlaces));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return change(
        request.person(),
        faces.readsOfDelete(request.faces()),
        person -> faces.delete(person, request.faces()));
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
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    if (store.read(person.person(), Reads.NOTHING, it -> true).isPresent()) {
      throw FaceRules.knownPerson();
    }
    FaceBatch batch = batch(images);
    batch.encodeUpTo(faces.needed(faces.placesOfNewPerson()));
    FaceRules.NewFaces selected = faces.selectForNewPerson(batch, store.newFaceIds(batch.count()));
    if (selected.added().isEmpty()) {
      selected.result().orThrow();
    }
    store.add(person, selected.added());
    return selected.result();
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    PersonChange name = request.name().map(PersonChange.NONE::withName).orElse(PersonChange.NONE);
    PersonChange all = request.note().map(name::withNote).orElse(name);
    change(request.person(), all);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return store.read(person, TEXT_AND_GROUPS, EngineFaceLibrary::person);
  }

  private static Person person(PersonSnapshot it) {
    return Person.of(it.id(), it.groups()).withName(it.name()).withNote(it.note());
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    Map<PersonId, Person> found = new LinkedHashMap<>();
    store.read(persons, TEXT_AND_GROUPS).forEach((id, it) -> found.put(id, person(it)));
    return Collections.unmodifiableMap(found);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    Decision<Boolean> decision = Decision.of(true, PersonChange.FORGET);
    return store.change(person, Reads.NOTHING, it -> decision).isPresent();
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> joined) {
    if (!change(person, groups.readsOfJoin(), it -> groups.join(it, joined))) {
      throw groups.tooManyGroups();
    }
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> left) {
    if (!change(person, groups.readsOfLeave(), it -> groups.leave(it, left))) {
      throw GroupRules.lastGroup();
    }
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
    return search.search(request);
  }

  @Override
  public LibraryInfo info() {
    LibraryInfo info = store.counts().withIdentity(store.identity());
    return encoder.map(it -> info.withModel(it.model())).orElse(info);
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
    if (encoder.isEmpty()
        && !capabilities.offers(Capability.IMAGE_BYTES)
        && !capabilities.offers(Capability.IMAGE_URL)) {
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
