package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Lists groups and persons. The service answers all groups at once (help.aliyun.com document 70425)
 * and persons by the number of a page (document 70426).
 */
final class ListCalls {
  private static final String GROUPS = "groups";

  private final GreenClient client;
  private final PageTokens tokens;

  ListCalls(GreenClient client, PageTokens tokens) {
    this.client = client;
    this.tokens = tokens;
  }

  Page<GroupId> groups(PageRequest page) {
    Optional<String> last = page.token().map(token -> tokens.read(GROUPS, token));
    NavigableSet<String> all = groups(Operation.LIST_GROUPS);
    Iterator<String> rest = last.map(it -> all.tailSet(it, false)).orElse(all).iterator();
    List<GroupId> items = new ArrayList<>();
    while (items.size() < page.size() && rest.hasNext()) {
      items.add(GroupId.of(rest.next()));
    }
    return rest.hasNext()
        ? new Page<>(items, Optional.of(tokens.write(GROUPS, items.get(items.size() - 1).value())))
        : Page.last(items);
  }

  /** Returns all groups in the order of their ids, since the service promises none. */
  NavigableSet<String> groups(Operation during) {
    JsonNode data = client.call(during, GreenOperation.GET_GROUPS, Bodies.NoFields.BODY).data();
    return new TreeSet<>(Json.ids(data.path("groupIds")));
  }

  Page<PersonId> persons(GroupId group, PageRequest page) {
    String list = "persons of " + group;
    int from = page.token().map(token -> Integer.parseInt(tokens.read(list, token))).orElse(0);
    Window window = Window.of(from, page.size());
    GreenClient.Reply reply =
        client.call(
            Operation.LIST_PERSONS,
            GreenOperation.GET_PERSONS,
            new Bodies.GetPersonsBody(group.value(), window.number(), window.size()));
    if (!reply.answer().isOk() && isMissing(Operation.LIST_PERSONS, group, reply.answer())) {
      return Page.last(List.of());
    }
    List<String> ids = Json.ids(reply.data().path("personIds"));
    int skipped = window.skipped(from);
    List<PersonId> items = ids.stream().skip(skipped).limit(page.size()).map(PersonId::of).toList();
    int next = from + items.size();
    OptionalInt total = Json.integer(reply.data().path("totalCount"));
    // Without the total, a full page may be followed by one more.
    boolean isAtEnd = ids.size() < window.size() && skipped + items.size() >= ids.size();
    boolean isLast = total.isPresent() ? next >= total.getAsInt() : isAtEnd;
    return isLast || items.isEmpty()
        ? Page.last(items)
        : new Page<>(items, Optional.of(tokens.write(list, Integer.toString(next))));
  }

  /**
   * Tells whether a refusal is because the group does not exist. How that is said is not known; a
   * search says 404 of a picture, too.
   */
  boolean isMissing(Operation during, GroupId group, GreenResponse answer) {
    return switch (GreenCode.of(answer.code())) {
      case BAD_REQUEST -> ErrorInterpreter.saysGroupMissing(answer) || isUnlisted(during, group);
      case NOT_FOUND -> isUnlisted(during, group);
      default -> false;
    };
  }

  private boolean isUnlisted(Operation during, GroupId group) {
    try {
      return !groups(during).contains(group.value());
    } catch (FaceLibraryException e) {
      // What the first call said is what the caller is told.
      return false;
    }
  }

  /**
   * A page as the service counts them that holds the first of the wanted elements.
   *
   * @param number from 1
   * @param size 1 to {@link GreenLimits#PERSONS_PER_PAGE}
   */
  private record Window(int number, int size) {
    /** The page of the wanted size if one begins here, else the largest that is cut out of. */
    static Window of(int from, int wanted) {
      int size = Math.min(wanted, GreenLimits.PERSONS_PER_PAGE);
      int fitting = from % size == 0 ? size : GreenLimits.PERSONS_PER_PAGE;
      return new Window(from / fitting + 1, fitting);
    }

    int skipped(int from) {
      return from - (number - 1) * size;
    }
  }
}
