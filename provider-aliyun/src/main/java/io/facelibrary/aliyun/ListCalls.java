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
 * Lists groups and persons. The service returns all groups in one response (help.aliyun.com
 * document 70425) and persons by page number (document 70426).
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
    NavigableSet<String> all = queryGroups(Operation.LIST_GROUPS);
    Iterator<String> rest = last.map(it -> all.tailSet(it, false)).orElse(all).iterator();
    List<GroupId> items = new ArrayList<>();
    while (items.size() < page.size() && rest.hasNext()) {
      items.add(GroupId.of(rest.next()));
    }
    return rest.hasNext()
        ? new Page<>(items, Optional.of(tokens.write(GROUPS, items.get(items.size() - 1).value())))
        : Page.last(items);
  }

  /** Queries all groups, and sorts them by id, because the service promises no order. */
  NavigableSet<String> queryGroups(Operation during) {
    JsonNode data = client.call(during, GreenOperation.GET_GROUPS, Bodies.NoFields.BODY).data();
    return new TreeSet<>(Json.ids(data.path("groupIds")));
  }

  Page<PersonId> persons(GroupId group, PageRequest page) {
    String list = "persons of " + group;
    int from = page.token().map(token -> Integer.parseInt(tokens.read(list, token))).orElse(0);
    PageWindow window = PageWindow.of(from, page.size());
    GreenClient.CallResult result =
        client.call(
            Operation.LIST_PERSONS,
            GreenOperation.GET_PERSONS,
            new Bodies.GetPersonsBody(group.value(), window.number(), window.size()));
    if (!result.response().isOk() && isMissing(Operation.LIST_PERSONS, group, result.response())) {
      return Page.last(List.of());
    }
    List<String> ids = Json.ids(result.data().path("personIds"));
    int skipped = window.skipped(from);
    List<PersonId> items = ids.stream().skip(skipped).limit(page.size()).map(PersonId::of).toList();
    int next = from + items.size();
    OptionalInt total = Json.integer(result.data().path("totalCount"));
    // Without the total, a full page may be followed by one more.
    boolean isAtEnd = ids.size() < window.size() && skipped + items.size() >= ids.size();
    boolean isLast = total.isPresent() ? next >= total.getAsInt() : isAtEnd;
    return isLast || items.isEmpty()
        ? Page.last(items)
        : new Page<>(items, Optional.of(tokens.write(list, Integer.toString(next))));
  }

  /**
   * Returns whether a call was refused because the group does not exist. The status of that refusal
   * is not documented; a search also uses 404 for an image.
   */
  boolean isMissing(Operation during, GroupId group, GreenResponse response) {
    return switch (GreenCode.of(response.code())) {
      case BAD_REQUEST -> ErrorInterpreter.saysGroupMissing(response) || isUnlisted(during, group);
      case NOT_FOUND -> isUnlisted(during, group);
      default -> false;
    };
  }

  private boolean isUnlisted(Operation during, GroupId group) {
    try {
      return !queryGroups(during).contains(group.value());
    } catch (FaceLibraryException e) {
      // Report the original failure, not this query's.
      return false;
    }
  }

  /**
   * A page in the numbering of the service that contains the first requested element.
   *
   * @param number the page number, from 1
   * @param size the page size, 1 to {@link GreenLimits#PERSONS_PER_PAGE}
   */
  private record PageWindow(int number, int size) {
    /**
     * Returns a page of the requested size if one begins at the element, else a page of maximum
     * size.
     */
    static PageWindow of(int from, int wanted) {
      int size = Math.min(wanted, GreenLimits.PERSONS_PER_PAGE);
      int aligned = from % size == 0 ? size : GreenLimits.PERSONS_PER_PAGE;
      return new PageWindow(from / aligned + 1, aligned);
    }

    int skipped(int from) {
      return from - (number - 1) * size;
    }
  }
}
