package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;

/**
 * GetPersons, which the documentation calls getPersonList; help document 70426. The protocol counts
 * pages and persons where a library hands out tokens, so each call walks through the group.
 */
final class GetPersonsHandler implements OperationHandler {
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  private final FaceLibrary library;
  private final boolean refusesMissing;

  GetPersonsHandler(FaceLibrary library, ProtocolAssumptions assumptions) {
    this.library = library;
    this.refusesMissing = assumptions.missingGroup() == ProtocolAssumptions.MissingGroup.IS_REFUSED;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    GroupId group = GroupId.of(request.text("groupId"));
    int number = request.integer("currentPage", 1, 1, Integer.MAX_VALUE);
    int size = request.integer("pageSize", DEFAULT_SIZE, 1, MAX_SIZE);
    Window window = new Window((long) (number - 1) * size, size);
    PageRequest all = PageRequest.first(PageRequest.MAX_SIZE);
    Page<PersonId> page = library.listPersons(group, all);
    window.add(page.items());
    while (page.next().isPresent()) {
      page = library.listPersons(group, all.after(page.next().get()));
      window.add(page.items());
    }
    if (refusesMissing && window.total == 0) {
      return new OperationResult.Failed(GreenCode.BAD_REQUEST, Errors.GROUP_MISSING);
    }
    return OperationResult.object(
        json -> {
          json.writeArrayFieldStart("personIds");
          for (PersonId person : window.persons) {
            json.writeString(person.value());
          }
          json.writeEndArray();
          json.writeNumberField("pageSize", size);
          json.writeNumberField("currentPage", number);
          json.writeNumberField("totalCount", window.total);
        });
  }

  /** Keeps what is on the page asked for and counts the rest. */
  private static final class Window {
    private final long first;
    private final int size;
    private final List<PersonId> persons = new ArrayList<>();
    private long total;

    Window(long first, int size) {
      this.first = first;
      this.size = size;
    }

    void add(List<PersonId> more) {
      for (PersonId person : more) {
        if (total >= first && persons.size() < size) {
          persons.add(person);
        }
        total++;
      }
    }
  }
}
