package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds, updates, finds and deletes persons, and changes their groups. */
final class PersonCalls {
  private final GreenClient client;
  private final ErrorInterpreter errors;
  private final GroupQuotaCheck quota;

  PersonCalls(GreenClient client, ErrorInterpreter errors, GroupQuotaCheck quota) {
    this.client = client;
    this.errors = errors;
    this.quota = quota;
  }

  void add(AddPerson request) {
    PersonId person = request.person();
    GreenClient.CallResult result =
        client.call(
            Operation.ADD_PERSON,
            GreenOperation.ADD_PERSON,
            new Bodies.AddPersonBody(
                person.value(), values(request.groups()), request.name(), request.note()));
    if (!result.response().isOk()) {
      FaceLibraryException failure =
          errors.interpretForNewPerson(Operation.ADD_PERSON, person, result);
      throw quota.explain(Operation.ADD_PERSON, request.groups(), result, failure);
    }
  }

  void update(UpdatePerson request) {
    Bodies.SetPersonBody body =
        new Bodies.SetPersonBody(
            request.person().value(), request.name().orElse(null), request.note().orElse(null));
    GreenClient.CallResult result =
        client.call(Operation.UPDATE_PERSON, GreenOperation.SET_PERSON, body);
    if (!result.response().isOk()) {
      throw errors.interpretForPerson(Operation.UPDATE_PERSON, request.person(), result);
    }
  }

  Optional<Person> find(Operation during, PersonId person) {
    GreenClient.CallResult result = send(during, GreenOperation.GET_PERSON, person);
    if (ErrorInterpreter.saysMissing(result.response())) {
      return Optional.empty();
    }
    JsonNode data = result.data();
    return Optional.of(
        Person.of(person, readGroups(data.path("groupIds")))
            .withName(data.path("name").asText(""))
            .withNote(data.path("note").asText("")));
  }

  boolean delete(PersonId person) {
    GreenClient.CallResult result =
        send(Operation.DELETE_PERSON, GreenOperation.DELETE_PERSON, person);
    if (!result.response().isOk()) {
      FaceLibraryException failure =
          errors.interpretForPerson(Operation.DELETE_PERSON, person, result);
      if (failure.kind() == ErrorKind.NOT_FOUND) {
        return false;
      }
      throw failure;
    }
    // The person is deleted in any case; a count of zero means that it was deleted before.
    return Json.integer(result.response().data().path("deleteCount")).orElse(1) > 0;
  }

  void join(PersonId person, Set<GroupId> groups) {
    Bodies.GroupsBody body = new Bodies.GroupsBody(person.value(), values(groups));
    GreenClient.CallResult result =
        client.call(Operation.JOIN_GROUPS, GreenOperation.ADD_GROUPS, body);
    if (!result.response().isOk()) {
      FaceLibraryException failure =
          errors.interpretForPerson(Operation.JOIN_GROUPS, person, result);
      throw quota.explain(Operation.JOIN_GROUPS, groups, result, failure);
    }
  }

  void leave(PersonId person, Set<GroupId> groups) {
    GreenClient.CallResult result = sendLeave(person, groups);
    if (result.response().isOk()) {
      return;
    }
    Set<GroupId> joined = queryJoined(person, groups, result.response());
    if (!joined.isEmpty() && joined.size() < groups.size()) {
      result = sendLeave(person, joined);
    }
    if (!joined.isEmpty() && !result.response().isOk()) {
      throw errors.interpretForPerson(Operation.LEAVE_GROUPS, person, result);
    }
  }

  private GreenClient.CallResult sendLeave(PersonId person, Set<GroupId> groups) {
    Bodies.GroupsBody body = new Bodies.GroupsBody(person.value(), values(groups));
    return client.call(Operation.LEAVE_GROUPS, GreenOperation.DELETE_GROUPS, body);
  }

  /**
   * Returns the groups that the person is in, or all of the groups if the query failed. The service
   * may refuse a whole call because of one group that the person is not in, or that does not exist.
   * Its response to such a call is not documented.
   */
  private Set<GroupId> queryJoined(PersonId person, Set<GroupId> groups, GreenResponse response) {
    if (GreenCode.of(response.code()) != GreenCode.BAD_REQUEST) {
      return groups;
    }
    try {
      return find(Operation.LEAVE_GROUPS, person)
          .map(found -> common(found.groups(), groups))
          .orElse(groups);
    } catch (FaceLibraryException e) {
      // Report the original failure, not this query's.
      return groups;
    }
  }

  private static Set<GroupId> common(Set<GroupId> some, Set<GroupId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private GreenClient.CallResult send(Operation during, GreenOperation operation, PersonId person) {
    return client.call(during, operation, new Bodies.PersonBody(person.value()));
  }

  private static List<String> values(Set<GroupId> groups) {
    return groups.stream().map(GroupId::value).sorted().toList();
  }

  private static Set<GroupId> readGroups(JsonNode ids) {
    return Json.ids(ids).stream().map(GroupId::of).collect(Collectors.toSet());
  }
}
