package io.facelibrary;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A library that forwards every call to another one. It is the base class of layers such as retry,
 * metrics and test doubles.
 *
 * <p>A layer overrides {@link #around}, through which every operation runs. {@link #capabilities},
 * {@link #unwrap} and {@link #close} go directly to the other library.
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
   * @param operation the operation that was called
   * @param call makes the call to the other library
   * @return the result of the call; operations without a result ignore it
   */
  protected <T> T around(Operation operation, Supplier<T> call) {
    return call.get();
  }

  private void run(Operation operation, Runnable call) {
    around(
        operation,
        () -> {
          call.run();
          return Boolean.TRUE;
        });
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return around(Operation.ADD_FACES, () -> delegate.addFaces(request));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return around(Operation.DELETE_FACES, () -> delegate.deleteFaces(request));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return around(Operation.QUERY_FACES, () -> delegate.queryFaces(request));
  }

  @Override
  public void addPerson(AddPerson request) {
    run(Operation.ADD_PERSON, () -> delegate.addPerson(request));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    run(Operation.UPDATE_PERSON, () -> delegate.updatePerson(request));
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return around(Operation.FIND_PERSON, () -> delegate.findPerson(person));
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return around(Operation.DELETE_PERSON, () -> delegate.deletePerson(person));
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    run(Operation.JOIN_GROUPS, () -> delegate.joinGroups(person, groups));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    run(Operation.LEAVE_GROUPS, () -> delegate.leaveGroups(person, groups));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return around(Operation.LIST_GROUPS, () -> delegate.listGroups(page));
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return around(Operation.LIST_PERSONS, () -> delegate.listPersons(group, page));
  }

  @Override
  public SearchResult search(Search request) {
    return around(Operation.SEARCH, () -> delegate.search(request));
  }

  @Override
  public Capabilities capabilities() {
    return delegate.capabilities();
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return Checks.present(type, "type").isInstance(this)
        ? Optional.of(type.cast(this))
        : delegate.unwrap(type);
  }

  @Override
  public void close() {
    delegate.close();
  }
}
