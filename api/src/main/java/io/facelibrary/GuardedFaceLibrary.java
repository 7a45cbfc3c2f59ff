package io.facelibrary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
  private final SearchJudge judge;
  private final InFlightCalls calls = new InFlightCalls();

  /**
   * Guards a library.
   *
   * @param scale the scale to judge with, in place of the library's own
   */
  GuardedFaceLibrary(String provider, FaceLibrary delegate, Optional<SimilarityScale> scale) {
    super(delegate);
    this.provider = Checks.present(provider, "provider");
    Capabilities declared = delegate.capabilities();
    if (declared == null) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL,
          Effect.NONE,
          "the provider " + provider + " returned null for its capabilities");
    }
    capabilities = scale.map(it -> declared.toBuilder().scale(it).build()).orElse(declared);
    rules = new RequestRules(capabilities);
    judge = new SearchJudge(provider, capabilities);
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
        refuseInterrupted(operation);
        R request = check.get();
        if (!operation.isRead()) {
          rules.requireOffered(Capability.WRITES);
        }
        return invoke(operation, request, call);
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

  /** An interrupted thread would break off a call at a random place, so it begins none. */
  private static void refuseInterrupted(Operation operation) {
    if (Thread.currentThread().isInterrupted()) {
      throw FaceLibraryException.of(
          ErrorKind.INTERRUPTED,
          Effect.NONE,
          "the thread was interrupted before it called " + operation);
    }
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
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    AddFacesResult result =
        call(
            Operation.ENROL,
            () -> rules.check(person, images),
            checked -> delegate().enrol(person, checked));
    checkOutcomes(Operation.ENROL, images.size(), result.outcomes().size());
    return result;
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
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    return call(Operation.FIND_PERSONS, () -> rules.check(persons), delegate()::findPersons);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return call(Operation.DELETE_PERSON, () -> rules.check(person), delegate()::deletePerson);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    callVoid(
        Operation.JOIN_GROUPS,
        () -> rules.checkJoin(person, groups),
        checked -> {
          if (capabilities.offers(Capability.REGROUPING)) {
            delegate().joinGroups(person, checked);
          } else if (!groupsOf(person).containsAll(checked)) {
            throw UnsupportedCapabilityException.of(Capability.REGROUPING);
          }
        });
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    callVoid(
        Operation.LEAVE_GROUPS,
        () -> rules.checkLeave(person, groups),
        checked -> {
          if (capabilities.offers(Capability.REGROUPING)) {
            delegate().leaveGroups(person, checked);
          } else if (!Collections.disjoint(groupsOf(person), checked)) {
            throw UnsupportedCapabilityException.of(Capability.REGROUPING);
          }
        });
  }

  private Set<GroupId> groupsOf(PersonId person) {
    return delegate()
        .findPerson(person)
        .map(Person::groups)
        .orElseThrow(
            () ->
                FaceLibraryException.of(
                    ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library"));
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
  public Page<PersonId> listPersons(PageRequest page) {
    return call(
        Operation.LIST_ALL_PERSONS,
        () -> rules.checkAllPersons(page),
        checked -> delegate().listPersons(checked));
  }

  @Override
  public SearchResult search(Search request) {
    SearchResult result =
        call(Operation.SEARCH, () -> judge.bounded(rules.check(request)), delegate()::search);
    if (judge.lacksComparedFaces(result)) {
      throw defect(
              Operation.SEARCH,
              "the provider has a scale of rates, and reported no number of compared faces")
          .build();
    }
    return judge.judge(request, result);
  }

  @Override
  public LibraryInfo info() {
    return call(Operation.INFO, () -> Boolean.TRUE, unused -> delegate().info());
  }

  /** Guards the facets that this API knows; see {@link FaceLibrary#unwrap}. */
  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    if (type == FaceArchive.class) {
      return delegate()
          .unwrap(FaceArchive.class)
          .map(archive -> type.cast(new GuardedArchive(archive)));
    }
    return super.unwrap(type);
  }

  /** Runs a call of a facet, whose requests have no rules in this API. */
  @Override
  protected <T> T around(Call<T> call) {
    return call(call.operation(), () -> Boolean.TRUE, unused -> call.proceed());
  }

  private final class GuardedArchive implements FaceArchive {
    private final FaceArchive archive;

    GuardedArchive(FaceArchive archive) {
      this.archive = archive;
    }

    @Override
    public Optional<EncoderModel> model() {
      return archive.model();
    }

    @Override
    public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
      Checks.present(face, "face");
      return call(
          Operation.FIND_ARCHIVED_FACE,
          () -> rules.check(person),
          checked -> archive.findArchivedFace(checked, face));
    }

    @Override
    public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
      AddFacesResult result =
          call(
              Operation.ADD_ARCHIVED_FACES,
              () -> rules.check(person, faces),
              checked -> archive.addArchivedFaces(person, checked));
      checkOutcomes(Operation.ADD_ARCHIVED_FACES, faces.size(), result.outcomes().size());
      return result;
    }
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
