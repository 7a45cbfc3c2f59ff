package io.facelibrary;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What every library is opened behind: refuses what the library does not take before it is asked,
 * says in every error which call it was, and ends the library once.
 */
final class GuardedFaceLibrary extends ForwardingFaceLibrary {
  private final String provider;
  private final Capabilities capabilities;
  private final RequestRules rules;
  private final CallGate gate = new CallGate();

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

  @Override
  protected <T> T around(Operation operation, Supplier<T> call) {
    try {
      int stripe = gate.enter();
      try {
        return call.get();
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
  private <T> T ask(Operation operation, Supplier<T> call) {
    T answer;
    try {
      answer = call.get();
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

  private void tell(Operation operation, Runnable call) {
    ask(
        operation,
        () -> {
          call.run();
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
    return around(
        Operation.ADD_FACES,
        () -> {
          rules.check(request);
          AddFacesResult result = ask(Operation.ADD_FACES, () -> delegate().addFaces(request));
          outcomes(Operation.ADD_FACES, request.images().size(), result.outcomes().size());
          return result;
        });
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return around(
        Operation.DELETE_FACES,
        () -> {
          rules.check(request);
          DeleteFacesResult result =
              ask(Operation.DELETE_FACES, () -> delegate().deleteFaces(request));
          outcomes(Operation.DELETE_FACES, request.faces().size(), result.outcomes().size());
          return result;
        });
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return around(
        Operation.QUERY_FACES,
        () -> {
          rules.check(request);
          return ask(Operation.QUERY_FACES, () -> delegate().queryFaces(request));
        });
  }

  @Override
  public void addPerson(AddPerson request) {
    run(
        Operation.ADD_PERSON,
        () -> {
          rules.check(request);
          tell(Operation.ADD_PERSON, () -> delegate().addPerson(request));
        });
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    run(
        Operation.UPDATE_PERSON,
        () -> {
          rules.check(request);
          tell(Operation.UPDATE_PERSON, () -> delegate().updatePerson(request));
        });
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return around(
        Operation.FIND_PERSON,
        () -> {
          rules.check(person);
          return ask(Operation.FIND_PERSON, () -> delegate().findPerson(person));
        });
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return around(
        Operation.DELETE_PERSON,
        () -> {
          rules.check(person);
          return ask(Operation.DELETE_PERSON, () -> delegate().deletePerson(person));
        });
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    run(
        Operation.JOIN_GROUPS,
        () -> {
          rules.check(person);
          Set<GroupId> checked = rules.checked(groups);
          tell(Operation.JOIN_GROUPS, () -> delegate().joinGroups(person, checked));
        });
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    run(
        Operation.LEAVE_GROUPS,
        () -> {
          rules.check(person);
          Set<GroupId> checked = rules.checked(groups);
          tell(Operation.LEAVE_GROUPS, () -> delegate().leaveGroups(person, checked));
        });
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return around(
        Operation.LIST_GROUPS,
        () -> {
          rules.check(page);
          return ask(Operation.LIST_GROUPS, () -> delegate().listGroups(page));
        });
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return around(
        Operation.LIST_PERSONS,
        () -> {
          rules.check(group, page);
          return ask(Operation.LIST_PERSONS, () -> delegate().listPersons(group, page));
        });
  }

  @Override
  public SearchResult search(Search request) {
    return around(
        Operation.SEARCH,
        () -> {
          rules.check(request);
          return ask(Operation.SEARCH, () -> delegate().search(request));
        });
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
