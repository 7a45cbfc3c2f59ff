package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A layer that records every call with its arguments and its result, and forwards it. */
public final class RecordingFaceLibrary extends ForwardingFaceLibrary {
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private RecordingFaceLibrary(FaceLibrary delegate) {
    super(delegate);
  }

  /**
   * A call that has ended.
   *
   * @param operation the operation
   * @param arguments the arguments, in the order of the method's parameters
   * @param result the result; empty if the call failed, or if the method returns nothing
   * @param failure the exception; empty if the call succeeded
   */
  public record Call(
      Operation operation,
      List<Object> arguments,
      Optional<Object> result,
      Optional<RuntimeException> failure) {

    /** Checks and copies the fields. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns a layer without recorded calls. */
  public static RecordingFaceLibrary over(FaceLibrary library) {
    return new RecordingFaceLibrary(library);
  }

  /** Returns the calls that have ended, in the order of their ends. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Returns the calls of one operation that have ended, in the order of their ends. */
  public List<Call> calls(Operation operation) {
    return calls.stream().filter(call -> call.operation() == operation).toList();
  }

  private <T> T recording(Operation operation, List<Object> arguments, Supplier<T> call) {
    try {
      T result = call.get();
      calls.add(new Call(operation, arguments, Optional.of(result), Optional.empty()));
      return result;
    } catch (RuntimeException e) {
      calls.add(new Call(operation, arguments, Optional.empty(), Optional.of(e)));
      throw e;
    }
  }

  private void recording(Operation operation, List<Object> arguments, Runnable call) {
    try {
      call.run();
      calls.add(new Call(operation, arguments, Optional.empty(), Optional.empty()));
    } catch (RuntimeException e) {
      calls.add(new Call(operation, arguments, Optional.empty(), Optional.of(e)));
      throw e;
    }
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return recording(Operation.ADD_FACES, List.of(request), () -> super.addFaces(request));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return recording(Operation.DELETE_FACES, List.of(request), () -> super.deleteFaces(request));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return recording(Operation.QUERY_FACES, List.of(request), () -> super.queryFaces(request));
  }

  @Override
  public void addPerson(AddPerson request) {
    recording(Operation.ADD_PERSON, List.of(request), () -> super.addPerson(request));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    recording(Operation.UPDATE_PERSON, List.of(request), () -> super.updatePerson(request));
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return recording(Operation.FIND_PERSON, List.of(person), () -> super.findPerson(person));
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return recording(Operation.DELETE_PERSON, List.of(person), () -> super.deletePerson(person));
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    recording(
        Operation.JOIN_GROUPS, List.of(person, groups), () -> super.joinGroups(person, groups));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    recording(
        Operation.LEAVE_GROUPS, List.of(person, groups), () -> super.leaveGroups(person, groups));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return recording(Operation.LIST_GROUPS, List.of(page), () -> super.listGroups(page));
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return recording(
        Operation.LIST_PERSONS, List.of(group, page), () -> super.listPersons(group, page));
  }

  @Override
  public SearchResult search(Search request) {
    return recording(Operation.SEARCH, List.of(request), () -> super.search(request));
  }
}
