package io.facelibrary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A library that forwards every call to another one. It is the base class of layers such as retry,
 * metrics and test doubles.
 *
 * <p>A layer overrides {@link #around}, through which every operation runs, including those of
 * {@link FaceArchive} and {@link LibraryMaintenance}. {@link #capabilities} and {@link #close} go
 * directly to the other library. Operations that are added to this API later run through {@link
 * #around}, too.
 */
public abstract class ForwardingFaceLibrary implements FaceLibrary {
  private final FaceLibrary delegate;

  /**
   * Creates a layer over a library.
   *
   * @param delegate the library that receives the calls; closed with this layer
   */
  protected ForwardingFaceLibrary(FaceLibrary delegate) {
    this.delegate = Checks.present(delegate, "delegate");
  }

  /** Returns the library that receives the calls. */
  protected final FaceLibrary delegate() {
    return delegate;
  }

  /**
   * Runs one operation. An override may act before and after the call, make the call several times
   * or not at all, and throw a {@link FaceLibraryException}.
   *
   * @param call the operation, its arguments, and the call to the other library
   * @return the result of the call; operations without a result ignore it
   */
  protected <T> T around(Call<T> call) {
    return call.proceed();
  }

  private <T> T call(Operation operation, Supplier<T> next, Object... arguments) {
    return around(new Call<>(operation, Facets.arguments(arguments), next));
  }

  private void run(Operation operation, Runnable next, Object... arguments) {
    call(
        operation,
        () -> {
          next.run();
          return Boolean.TRUE;
        },
        arguments);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return call(Operation.ADD_FACES, () -> delegate.addFaces(request), request);
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return call(Operation.DELETE_FACES, () -> delegate.deleteFaces(request), request);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return call(Operation.QUERY_FACES, () -> delegate.queryFaces(request), request);
  }

  @Override
  public void addPerson(AddPerson request) {
    run(Operation.ADD_PERSON, () -> delegate.addPerson(request), request);
  }

  @Override
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    return call(Operation.ENROL, () -> delegate.enrol(person, images), person, images);
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    run(Operation.UPDATE_PERSON, () -> delegate.updatePerson(request), request);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return call(Operation.FIND_PERSON, () -> delegate.findPerson(person), person);
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    return call(Operation.FIND_PERSONS, () -> delegate.findPersons(persons), persons);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return call(Operation.DELETE_PERSON, () -> delegate.deletePerson(person), person);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    run(Operation.JOIN_GROUPS, () -> delegate.joinGroups(person, groups), person, groups);
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    run(Operation.LEAVE_GROUPS, () -> delegate.leaveGroups(person, groups), person, groups);
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return call(Operation.LIST_GROUPS, () -> delegate.listGroups(page), page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return call(Operation.LIST_PERSONS, () -> delegate.listPersons(group, page), group, page);
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    return call(Operation.LIST_ALL_PERSONS, () -> delegate.listPersons(page), page);
  }

  @Override
  public SearchResult search(Search request) {
    return call(Operation.SEARCH, () -> delegate.search(request), request);
  }

  @Override
  public LibraryInfo info() {
    return call(Operation.INFO, () -> delegate.info());
  }

  @Override
  public Capabilities capabilities() {
    return delegate.capabilities();
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return Checks.present(type, "type").isInstance(this)
        ? Optional.of(type.cast(this))
        : delegate.unwrap(type).map(facet -> Facets.layered(type, facet, this::around));
  }

  @Override
  public void close() {
    delegate.close();
  }
}
