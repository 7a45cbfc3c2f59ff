package io.facelibrary;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every library is opened behind: refuses what the library does not take before it is asked,
 * says in every error which call it was, and ends the library once.
 */
final class GuardedFaceLibrary extends ForwardingFaceLibrary {
  private final String provider;
  private final Capabilities capabilities;
  private final RequestRules rules;
  private final InFlightCalls gate = new InFlightCalls();

  GuardedFaceLibrary(String provider, FaceLibrary delegate) {
    super(delegate);
    this.provider = Checks.present(provider, "provider");
    this.capabilities = delegate.capabilities();
    if (capabilities == null) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL,
          Effect.NONE,
          "the provider " + provider + " answered null for its capabilities");
    }
    this.rules = new RequestRules(capabilities);
  }

  /**
   * Makes one call.
   *
   * @param checked checks the request and answers what to hand on
   * @param call asks the provider
   */
  private <R, T> T guarded(Operation operation, Supplier<R> checked, Function<R, T> call) {
    try {
      int stripe = gate.enter();
      try {
        return answered(operation, checked.get(), call);
      } finally {
        gate.leave(stripe);
      }
    } catch (FaceLibraryException e) {
      throw e.during(CallInfo.of(provider, operation));
    } catch (Exception e) {
      // Not only RuntimeException: providers in other languages throw what no signature declares.
      throw defect(operation, "the provider failed with " + e.getClass().getName())
          .cause(e)
          .build();
    }
  }

  /**
   * Asks the provider. A value that breaks a rule was here made by the provider, perhaps after it
   * had written, so that the caller must not be told that nothing was changed.
   */
  private <R, T> T answered(Operation operation, R request, Function<R, T> call) {
    T answer;
    try {
      answer = call.apply(request);
    } catch (InvalidRequestException e) {
      if (e.isOfValue() && e.call().isEmpty()) {
        throw defect(operation, "the provider made a value that breaks a rule").cause(e).build();
      }
      throw e;
    }
    if (answer == null) {
      throw defect(operation, "the provider answered null").build();
    }
    return answer;
  }

  /** Makes one call that answers nothing. */
  private <R> void told(Operation operation, Supplier<R> checked, Consumer<R> call) {
    guarded(
        operation,
        checked,
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

  private void outcomes(Operation operation, int asked, int answered) {
    if (asked != answered) {
      throw defect(operation, "the provider answered " + answered + " outcomes for " + asked)
          .build();
    }
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult result =
        guarded(Operation.ADD_FACES, () -> rules.check(request), delegate()::addFaces);
    outcomes(Operation.ADD_FACES, request.images().size(), result.outcomes().size());
    return result;
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    DeleteFacesResult result =
        guarded(Operation.DELETE_FACES, () -> rules.check(request), delegate()::deleteFaces);
    outcomes(Operation.DELETE_FACES, request.faces().size(), result.outcomes().size());
    return result;
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return guarded(Operation.QUERY_FACES, () -> rules.check(request), delegate()::queryFaces);
  }

  @Override
  public void addPerson(AddPerson request) {
    told(Operation.ADD_PERSON, () -> rules.check(request), delegate()::addPerson);
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    told(Operation.UPDATE_PERSON, () -> rules.check(request), delegate()::updatePerson);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return guarded(Operation.FIND_PERSON, () -> rules.check(person), delegate()::findPerson);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return guarded(Operation.DELETE_PERSON, () -> rules.check(person), delegate()::deletePerson);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    told(
        Operation.JOIN_GROUPS,
        () -> rules.check(person, groups),
        checked -> delegate().joinGroups(person, checked));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    told(
        Operation.LEAVE_GROUPS,
        () -> rules.check(person, groups),
        checked -> delegate().leaveGroups(person, checked));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return guarded(Operation.LIST_GROUPS, () -> rules.check(page), delegate()::listGroups);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return guarded(
        Operation.LIST_PERSONS,
        () -> rules.check(group, page),
        checked -> delegate().listPersons(group, checked));
  }

  @Override
  public SearchResult search(Search request) {
    return guarded(Operation.SEARCH, () -> rules.check(request), delegate()::search);
  }

  /** What the library said when it was opened, so that it can be asked after closing, too. */
  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Synchronized, so that one who closes again returns when the library is closed, not before. */
  @Override
  public synchronized void close() {
    if (gate.shut()) {
      try {
        super.close();
      } catch (FaceLibraryException e) {
        throw e;
      } catch (Exception e) {
        throw FaceLibraryException.builder(
                ErrorKind.INTERNAL,
                Effect.UNKNOWN,
                "the provider " + provider + " could not close: " + e.getClass().getName())
            .cause(e)
            .build();
      }
    }
  }
}
