package io.facelibrary.support;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.CheckReport;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Operation;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.UpdatePerson;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Records its calls and returns scripted results. */
public class FakeFaceLibrary implements FaceLibrary, FaceArchive, LibraryMaintenance {

  /** Determines the result of an operation. */
  public interface Script {
    @Nullable Object result(Operation operation, Object usual);
  }

  public final List<Operation> calls = new CopyOnWriteArrayList<>();
  public final List<List<Object>> arguments = new CopyOnWriteArrayList<>();
  public final AtomicInteger closes = new AtomicInteger();
  private final Capabilities capabilities;
  private volatile Script script = (operation, usual) -> usual;

  public FakeFaceLibrary() {
    this(all().build());
  }

  public FakeFaceLibrary(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /** Returns a builder in which everything but {@link Capability#OWN_THRESHOLD} is offered. */
  public static Capabilities.Builder all() {
    return Capabilities.builder()
        .offers(Capability.values())
        .without(Capability.OWN_THRESHOLD)
        .scale(SimilarityScale.ofThresholds(Similarity.of(0.5), Similarity.of(0.3)));
  }

  public FakeFaceLibrary responding(Script script) {
    this.script = script;
    return this;
  }

  public FakeFaceLibrary throwing(Throwable failure) {
    return responding(
        (operation, usual) -> {
          throw FakeFaceLibrary.<RuntimeException>undeclared(failure);
        });
  }

  /** Throws an exception that no signature declares, as other JVM languages can. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <E extends Throwable> E undeclared(Throwable failure) throws E {
    throw (E) failure;
  }

  @SuppressWarnings("unchecked")
  private <T> T call(Operation operation, List<Object> passed, T usual) {
    calls.add(operation);
    arguments.add(passed);
    return (T) script.result(operation, usual);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult.Outcome added = AddFacesResult.Added.of(FaceId.of("1"));
    return call(
        Operation.ADD_FACES,
        List.of(request),
        AddFacesResult.of(Collections.nCopies(request.images().size(), added)));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    List<DeleteFacesResult.Outcome> outcomes =
        request.faces().stream()
            .<DeleteFacesResult.Outcome>map(DeleteFacesResult.Deleted::of)
            .toList();
    return call(Operation.DELETE_FACES, List.of(request), DeleteFacesResult.of(outcomes));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return call(Operation.QUERY_FACES, List.of(request), QueryFacesResult.of(List.of(), List.of()));
  }

  @Override
  public void addPerson(AddPerson request) {
    call(Operation.ADD_PERSON, List.of(request), true);
  }

  @Override
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    AddFacesResult.Outcome added = AddFacesResult.Added.of(FaceId.of("1"));
    return call(
        Operation.ENROL,
        List.of(person, images),
        AddFacesResult.of(Collections.nCopies(images.size(), added)));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    call(Operation.UPDATE_PERSON, List.of(request), true);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return call(
        Operation.FIND_PERSON,
        List.of(person),
        Optional.of(Person.of(person, Set.of(GroupId.DEFAULT))));
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    return call(Operation.FIND_PERSONS, List.of(persons), Map.of());
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return call(Operation.DELETE_PERSON, List.of(person), true);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    call(Operation.JOIN_GROUPS, List.of(person, groups), true);
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    call(Operation.LEAVE_GROUPS, List.of(person, groups), true);
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return call(Operation.LIST_GROUPS, List.of(page), Page.last(List.of(GroupId.DEFAULT)));
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return call(
        Operation.LIST_PERSONS, List.of(group, page), Page.last(List.of(PersonId.of("alice"))));
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    return call(
        Operation.LIST_ALL_PERSONS, List.of(page), Page.last(List.of(PersonId.of("alice"))));
  }

  @Override
  public SearchResult search(Search request) {
    return call(Operation.SEARCH, List.of(request), SearchResult.of(List.of()));
  }

  @Override
  public LibraryInfo info() {
    return call(Operation.INFO, List.of(), LibraryInfo.unknown());
  }

  @Override
  public Optional<EncoderModel> model() {
    return Optional.empty();
  }

  @Override
  public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
    return call(Operation.FIND_ARCHIVED_FACE, List.of(person, face), Optional.empty());
  }

  @Override
  public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
    AddFacesResult.Outcome added = AddFacesResult.Added.of(FaceId.of("1"));
    return call(
        Operation.ADD_ARCHIVED_FACES,
        List.of(person, faces),
        AddFacesResult.of(Collections.nCopies(faces.size(), added)));
  }

  @Override
  public CheckReport repairsAtOpen() {
    return CheckReport.of(List.of());
  }

  @Override
  public CheckReport check() {
    return call(Operation.CHECK, List.of(), CheckReport.of(List.of()));
  }

  @Override
  public void backup(Path folder) {
    call(Operation.BACKUP, List.of(folder), true);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    closes.incrementAndGet();
  }
}
