package io.facelibrary;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The guard in front of every opened library. It refuses requests that the library does not accept
 * before the library sees them, adds the call to every exception, and closes the library once.
 */
final class GuardedFaceLibrary extends ForwardingFaceLibrary {
  private final String provider;
  private final Capabilities capabilities;
  private final RequestRules rules;
  private final InFlightCalls calls = new InFlightCalls();

  GuardedFaceLibrary(String provider, FaceLibrary delegate) {
    super(delegate);
    this.provider = Checks.present(provider, "provider");
    this.capabilities = delegate.capabilities();
    if (capabilities == null) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL,
          Effect.NONE,
          "the provider " + provider + " returned null for its capabilities");
    }
    this.rules = new RequestRules(capabilities);
  }

  /**
   * Makes one call with a result.
   *
   * @param check checks the request and returns the one to pass to the provider
   * @param call calls the provider
   */
  private <R, T> T call(Operation operation, Supplier<R> check, Function<R, T> call) {
    try {
      int stripe = calls.enter();
      try {
        return invoke(operation, check.get(), call);
      } finally {
        calls.leave(stripe);
      }
    } catch (FaceLibraryException e) {
      throw e.during(CallInfo.of(provider, operation));
    } catch (Exception e) {
      // Not only RuntimeException: providers in other JVM languages throw undeclared exceptions.
      throw defect(operation, "the provider failed with " + e.getClass().getName())
          .cause(e)
          .build();
    }
  }

  /**
   * Calls the provider. An {@link InvalidRequestException} about a value means here that the
   * provider built an invalid value, possibly after a write. Its effect {@link Effect#NONE} would
   * then be wrong, so the exception is reported as a defect.
   */
  private <R, T> T invoke(Operation operation, R request, Function<R, T> call) {
    T result;
    try {
      result = call.apply(request);
    } catch (InvalidRequestException e) {
      if (e.isOfValue() && e.call().isEmpty()) {
        throw defect(operation, "the provider built a value that breaks a rule").cause(e).build();
      }
      throw e;
    }
    if (result == null) {
      throw defect(operation, "the provider returned null").build();
    }
    return result;
  }

  /** Makes one call without a result. */
  private <R> void callVoid(Operation operation, Supplier<R> check, Consumer<R> call) {
    call(
        operation,
        check,
        request -> {
          call.accept(request);
          return Boolean.TRUE;
        });
  }

  private FaceLibraryException.Builder defect(Operation operation, String message) {
    Effect effect = operation.isRead() ? Effect.NONE : Effect.UNKNOWN;
    return FaceLibraryException.builder(ErrorKind.INTERNAL, effect, message)
        .call(CallInfo.of(provider, operation));
  }

  private void checkOutcomes(Operation operation, int items, int outcomes) {
    if (outcomes != items) {
      throw defect(
              operation, "the provider returned " + outcomes + " outcomes for " + items + " items")
          .build();
    }
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult result =
        call(Operation.ADD_FACES, () -> rules.check(request), delegate()::addFaces);
    checkOutcomes(Operation.ADD_FACES, request.images().size(), result.outcomes().size());
    return result;
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    DeleteFacesResult result =
        call(Operation.DELETE_FACES, () -> rules.check(request), delegate()::deleteFaces);
    checkOutcomes(Operation.DELETE_FACES, request.faces().size(), result.outcomes().size());
    return result;
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return call(Operation.QUERY_FACES, () -> rules.check(request), delegate()::queryFaces);
  }

  @Override
  public void addPerson(AddPerson request) {
    callVoid(Operation.ADD_PERSON, () -> rules.check(request), delegate()::addPerson);
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    callVoid(Operation.UPDATE_PERSON, () -> rules.check(request), delegate()::updatePerson);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return call(Operation.FIND_PERSON, () -> rules.check(person), delegate()::findPerson);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return call(Operation.DELETE_PERSON, () -> rules.check(person), delegate()::deletePerson);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    callVoid(
        Operation.JOIN_GROUPS,
        () -> rules.check(person, groups),
        checked -> delegate().joinGroups(person, checked));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    callVoid(
        Operation.LEAVE_GROUPS,
        () -> rules.check(person, groups),
        checked -> delegate().leaveGroups(person, checked));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return call(Operation.LIST_GROUPS, () -> rules.check(page), delegate()::listGroups);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return call(
        Operation.LIST_PERSONS,
        () -> rules.check(group, page),
        checked -> delegate().listPersons(group, checked));
  }

  @Override
  public SearchResult search(Search request) {
    return call(Operation.SEARCH, () -> rules.check(request), delegate()::search);
  }

  /** Returns the capabilities read at opening, which remain available after closing. */
  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Synchronized, so that a second call returns only after the library is closed. */
  @Override
  public synchronized void close() {
    if (calls.close()) {
      try {
        super.close();
      } catch (FaceLibraryException e) {
        throw e;
      } catch (Exception e) {
        throw FaceLibraryException.builder(
                ErrorKind.INTERNAL,
                Effect.UNKNOWN,
                "the provider "
                    + provider
                    + " failed to close the library: "
                    + e.getClass().getName())
            .cause(e)
            .build();
      }
    }
  }
}
