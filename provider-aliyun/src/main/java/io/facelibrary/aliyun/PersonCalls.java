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

/** Adds, changes, finds and deletes persons, and puts them into groups. */
final class PersonCalls {
  private final GreenClient client;
  private final ErrorInterpreter refusals;
  private final GroupQuotaCheck quota;

  PersonCalls(GreenClient client, ErrorInterpreter refusals, GroupQuotaCheck quota) {
    this.client = client;
    this.refusals = refusals;
    this.quota = quota;
  }

  void add(AddPerson request) {
    PersonId person = request.person();
    GreenClient.Reply reply =
        client.call(
            Operation.ADD_PERSON,
            GreenOperation.ADD_PERSON,
            new Bodies.AddPersonBody(
                person.value(), values(request.groups()), request.name(), request.note()));
    if (!reply.answer().isOk()) {
      FaceLibraryException failure = refusals.onNewPerson(Operation.ADD_PERSON, person, reply);
      throw quota.explained(Operation.ADD_PERSON, request.groups(), reply, failure);
    }
  }

  void update(UpdatePerson request) {
    Bodies.SetPersonBody body =
        new Bodies.SetPersonBody(
            request.person().value(), request.name().orElse(null), request.note().orElse(null));
    GreenClient.Reply reply = client.call(Operation.UPDATE_PERSON, GreenOperation.SET_PERSON, body);
    if (!reply.answer().isOk()) {
      throw refusals.onPerson(Operation.UPDATE_PERSON, request.person(), reply);
    }
  }

  Optional<Person> find(Operation during, PersonId person) {
    GreenClient.Reply reply = reply(during, GreenOperation.GET_PERSON, person);
    if (ErrorInterpreter.saysMissing(reply.answer())) {
      return Optional.empty();
    }
    JsonNode data = reply.data();
    return Optional.of(
        new Person(
            person,
            data.path("name").asText(""),
            data.path("note").asText(""),
            groups(data.path("groupIds"))));
  }

  boolean delete(PersonId person) {
    GreenClient.Reply reply = reply(Operation.DELETE_PERSON, GreenOperation.DELETE_PERSON, person);
    if (!reply.answer().isOk()) {
      FaceLibraryException failure = refusals.onPerson(Operation.DELETE_PERSON, person, reply);
      if (failure.kind() == ErrorKind.NOT_FOUND) {
        return false;
      }
      throw failure;
    }
    // The person is gone in any case; a count of zero says that it was before.
    return Json.integer(reply.answer().data().path("deleteCount")).orElse(1) > 0;
  }

  void join(PersonId person, Set<GroupId> groups) {
    Bodies.GroupsBody body = new Bodies.GroupsBody(person.value(), values(groups));
    GreenClient.Reply reply = client.call(Operation.JOIN_GROUPS, GreenOperation.ADD_GROUPS, body);
    if (!reply.answer().isOk()) {
      FaceLibraryException failure = refusals.onPerson(Operation.JOIN_GROUPS, person, reply);
      throw quota.explained(Operation.JOIN_GROUPS, groups, reply, failure);
    }
  }

  void leave(PersonId person, Set<GroupId> groups) {
    GreenClient.Reply reply = left(person, groups);
    if (reply.answer().isOk()) {
      return;
    }
    Set<GroupId> joined = joined(person, groups, reply.answer());
    if (!joined.isEmpty() && joined.size() < groups.size()) {
      reply = left(person, joined);
    }
    if (!joined.isEmpty() && !reply.answer().isOk()) {
      throw refusals.onPerson(Operation.LEAVE_GROUPS, person, reply);
    }
  }

  private GreenClient.Reply left(PersonId person, Set<GroupId> groups) {
    Bodies.GroupsBody body = new Bodies.GroupsBody(person.value(), values(groups));
    return client.call(Operation.LEAVE_GROUPS, GreenOperation.DELETE_GROUPS, body);
  }

  /**
   * Returns those of the groups that the person is in, or all if that cannot be told. How the
   * service answers who leaves a group that it is not in, or that does not exist, is not
   * documented; it may refuse the call for one such group among others.
   */
  private Set<GroupId> joined(PersonId person, Set<GroupId> groups, GreenResponse answer) {
    if (GreenCode.of(answer.code()) != GreenCode.BAD_REQUEST) {
      return groups;
    }
    try {
      return find(Operation.LEAVE_GROUPS, person)
          .map(there -> common(there.groups(), groups))
          .orElse(groups);
    } catch (FaceLibraryException e) {
      // What the first call said is what the caller is told.
      return groups;
    }
  }

  private static Set<GroupId> common(Set<GroupId> some, Set<GroupId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private GreenClient.Reply reply(Operation during, GreenOperation operation, PersonId person) {
    return client.call(during, operation, new Bodies.PersonBody(person.value()));
  }

  private static List<String> values(Set<GroupId> groups) {
    return groups.stream().map(GroupId::value).sorted().toList();
  }

  private static Set<GroupId> groups(JsonNode ids) {
    return Json.ids(ids).stream().map(GroupId::of).collect(Collectors.toSet());
  }
}
