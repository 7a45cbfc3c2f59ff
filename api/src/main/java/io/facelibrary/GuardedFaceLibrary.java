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
        return answered(operation, call.get());
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

  private <T> T answered(Operation operation, T answer) {
    if (answer == null) {
      throw defect(operation, "the provider answered null").build();
    }
    return answer;
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
          AddFacesResult result = answered(Operation.ADD_FACES, delegate().addFaces(request));
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
              answered(Operation.DELETE_FACES, delegate().deleteFaces(request));
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
          return delegate().queryFaces(request);
        });
  }

  @Override
  public void addPerson(AddPerson request) {
    run(
        Operation.ADD_PERSON,
        () -> {
          rules.check(request);
          delegate().addPerson(request);
        });
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    run(
        Operation.UPDATE_PERSON,
        () -> {
          rules.check(request);
          delegate().updatePerson(request);
        });
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return around(
        Operation.FIND_PERSON,
        () -> {
          rules.check(person);
          return delegate().findPerson(person);
        });
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return around(
        Operation.DELETE_PERSON,
        () -> {
          rules.check(person);
          return delegate().deletePerson(person);
        });
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    run(
        Operation.JOIN_GROUPS,
        () -> {
          rules.check(person);
          delegate().joinGroups(person, rules.checked(groups));
        });
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    run(
        Operation.LEAVE_GROUPS,
        () -> {
          rules.check(person);
          delegate().leaveGroups(person, rules.checked(groups));
        });
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return around(
        Operation.LIST_GROUPS,
        () -> {
          rules.check(page);
          return delegate().listGroups(page);
        });
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return around(
        Operation.LIST_PERSONS,
        () -> {
          rules.check(group, page);
          return delegate().listPersons(group, page);
        });
  }

  @Override
  public SearchResult search(Search request) {
    return around(
        Operation.SEARCH,
        () -> {
          rules.check(request);
          return delegate().search(request);
        });
  }

  /** What the library said when it was opened, so that it can be asked after closing, too. */
  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
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
