package io.facelibrary.support;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UpdatePerson;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Records its calls and returns scripted results. */
public class FakeFaceLibrary implements FaceLibrary {

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
    this(Capabilities.all());
  }

  public FakeFaceLibrary(Capabilities capabilities) {
    this.capabilities = capabilities;
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
  public SearchResult search(Search request) {
    return call(Operation.SEARCH, List.of(request), new SearchResult(List.of(), Optional.empty()));
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
