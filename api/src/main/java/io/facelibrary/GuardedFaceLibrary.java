package io.facelibrary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The guard in front of every opened library. It refuses requests that the library does not accept
 * before the library sees them, adds the call to every exception, and closes the library once.
 */
final class GuardedFaceLibrary extends ForwardingFaceLibrary {
  private final String provider;
  private final Capabilities capabilities;
  private final RequestRules rules;
  private final SearchJudge judge;
  private final CallGuard guard;

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
    guard = new CallGuard(provider, capabilities);
    rules = new RequestRules(capabilities);
    judge = new SearchJudge(provider, capabilities);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    AddFacesResult result =
        guard.call(Operation.ADD_FACES, () -> rules.check(request), delegate()::addFaces);
    guard.checkOutcomes(Operation.ADD_FACES, request.images().size(), result.outcomes().size());
    return result;
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    DeleteFacesResult result =
        guard.call(Operation.DELETE_FACES, () -> rules.check(request), delegate()::deleteFaces);
    guard.checkOutcomes(Operation.DELETE_FACES, request.faces().size(), result.outcomes().size());
    return result;
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return guard.call(Operation.QUERY_FACES, () -> rules.check(request), delegate()::queryFaces);
  }

  @Override
  public void addPerson(AddPerson request) {
    guard.callVoid(Operation.ADD_PERSON, () -> rules.check(request), delegate()::addPerson);
  }

  @Override
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    AddFacesResult result =
        guard.call(
            Operation.ENROL,
            () -> rules.check(person, images),
            checked -> delegate().enrol(person, checked));
    guard.checkOutcomes(Operation.ENROL, images.size(), result.outcomes().size());
    return result;
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    guard.callVoid(Operation.UPDATE_PERSON, () -> rules.check(request), delegate()::updatePerson);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return guard.call(Operation.FIND_PERSON, () -> rules.check(person), delegate()::findPerson);
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    return guard.call(Operation.FIND_PERSONS, () -> rules.check(persons), delegate()::findPersons);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return guard.call(Operation.DELETE_PERSON, () -> rules.check(person), delegate()::deletePerson);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    guard.callVoid(
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
    guard.callVoid(
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
    return guard.call(Operation.LIST_GROUPS, () -> rules.check(page), delegate()::listGroups);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return guard.call(
        Operation.LIST_PERSONS,
        () -> rules.check(group, page),
        checked -> delegate().listPersons(group, checked));
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    return guard.call(
        Operation.LIST_ALL_PERSONS,
        () -> rules.checkAllPersons(page),
        checked -> delegate().listPersons(checked));
  }

  @Override
  public SearchResult search(Search request) {
    SearchResult result =
        guard.call(Operation.SEARCH, () -> judge.bounded(rules.check(request)), delegate()::search);
    if (judge.lacksComparedFaces(result)) {
      throw guard
          .defect(
              Operation.SEARCH,
              "the provider has a scale of rates, and reported no number of compared faces")
          .build();
    }
    return judge.judge(request, result);
  }

  @Override
  public LibraryInfo info() {
    return guard.call(Operation.INFO, () -> Boolean.TRUE, unused -> delegate().info());
  }

  /** Guards the facets that this API knows; see {@link FaceLibrary#unwrap}. */
  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    if (type == FaceArchive.class) {
      return delegate()
          .unwrap(FaceArchive.class)
          .map(archive -> type.cast(new GuardedArchive(archive, guard, rules)));
    }
    return super.unwrap(type);
  }

  /** Runs a call of a facet, whose requests have no rules in this API. */
  @Override
  protected <T> T around(Call<T> call) {
    return guard.call(call.operation(), () -> Boolean.TRUE, unused -> call.proceed());
  }

  /** Returns the capabilities read at opening, which remain available after closing. */
  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Synchronized, so that a second call returns only after the library is closed. */
  @Override
  public synchronized void close() {
    if (guard.close()) {
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
