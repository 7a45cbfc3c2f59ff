package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;

/**
 * GetPersons, which the documentation calls getPersonList; help document 70426. The protocol uses
 * page numbers and a total count, while a library uses page tokens, so each call reads the whole
 * group.
 */
final class GetPersonsHandler implements OperationHandler {
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  private final FaceLibrary library;
  private final boolean rejectsMissingGroup;

  GetPersonsHandler(FaceLibrary library, ProtocolAssumptions assumptions) {
    this.library = library;
    this.rejectsMissingGroup =
        assumptions.missingGroup() == ProtocolAssumptions.MissingGroup.IS_REFUSED;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    GroupId group = GroupId.of(request.text("groupId"));
    int number = request.integer("currentPage", 1, 1, Integer.MAX_VALUE);
    int size = request.integer("pageSize", DEFAULT_SIZE, 1, MAX_SIZE);
    PageWindow window = new PageWindow((long) (number - 1) * size, size);
    Pages.stream(page -> library.listPersons(group, page)).forEachOrdered(window::add);
    if (rejectsMissingGroup && window.total == 0) {
      return new OperationResult.Failed(GreenCode.BAD_REQUEST, OperationErrors.GROUP_MISSING);
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

  /** Keeps the persons of the requested page and counts all. */
  private static final class PageWindow {
    private final long first;
    private final int size;
    private final List<PersonId> persons = new ArrayList<>();
    private long total;

    PageWindow(long first, int size) {
      this.first = first;
      this.size = size;
    }

    void add(PersonId person) {
      if (total >= first && persons.size() < size) {
        persons.add(person);
      }
      total++;
    }
  }
}
