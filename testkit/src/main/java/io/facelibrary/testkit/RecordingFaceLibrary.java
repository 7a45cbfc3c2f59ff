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

/** A library that notes every call, what was asked and what came of it, and hands it on. */
public final class RecordingFaceLibrary extends ForwardingFaceLibrary {
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private RecordingFaceLibrary(FaceLibrary delegate) {
    super(delegate);
  }

  /**
   * A call that has ended.
   *
   * @param operation what was called
   * @param arguments with what, as the method takes them
   * @param answer what it answered; empty if it failed, or answers nothing
   * @param failure what it threw
   */
  public record Call(
      Operation operation,
      List<Object> arguments,
      Optional<Object> answer,
      Optional<RuntimeException> failure) {

    /** Checks and copies the fields. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns a layer over a library that has noted nothing yet. */
  public static RecordingFaceLibrary over(FaceLibrary library) {
    return new RecordingFaceLibrary(library);
  }

  /** The calls that have ended, in the order of their ends. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The calls of one operation that have ended, in the order of their ends. */
  public List<Call> calls(Operation operation) {
    return calls.stream().filter(call -> call.operation() == operation).toList();
  }

  private <T> T noted(Operation operation, List<Object> arguments, Supplier<T> call) {
    try {
      T answer = call.get();
      calls.add(new Call(operation, arguments, Optional.of(answer), Optional.empty()));
      return answer;
    } catch (RuntimeException e) {
      calls.add(new Call(operation, arguments, Optional.empty(), Optional.of(e)));
      throw e;
    }
  }

  private void noted(Operation operation, List<Object> arguments, Runnable call) {
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
    return noted(Operation.ADD_FACES, List.of(request), () -> super.addFaces(request));
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return noted(Operation.DELETE_FACES, List.of(request), () -> super.deleteFaces(request));
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return noted(Operation.QUERY_FACES, List.of(request), () -> super.queryFaces(request));
  }

  @Override
  public void addPerson(AddPerson request) {
    noted(Operation.ADD_PERSON, List.of(request), () -> super.addPerson(request));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    noted(Operation.UPDATE_PERSON, List.of(request), () -> super.updatePerson(request));
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return noted(Operation.FIND_PERSON, List.of(person), () -> super.findPerson(person));
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return noted(Operation.DELETE_PERSON, List.of(person), () -> super.deletePerson(person));
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    noted(Operation.JOIN_GROUPS, List.of(person, groups), () -> super.joinGroups(person, groups));
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    noted(Operation.LEAVE_GROUPS, List.of(person, groups), () -> super.leaveGroups(person, groups));
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return noted(Operation.LIST_GROUPS, List.of(page), () -> super.listGroups(page));
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return noted(
        Operation.LIST_PERSONS, List.of(group, page), () -> super.listPersons(group, page));
  }

  @Override
  public SearchResult search(Search request) {
    return noted(Operation.SEARCH, List.of(request), () -> super.search(request));
  }
}
