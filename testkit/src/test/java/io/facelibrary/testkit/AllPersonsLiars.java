package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Pages;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Libraries with defects in the list of all persons. */
final class AllPersonsLiars {
  private AllPersonsLiars() {}

  private interface ListDefect {
    Page<PersonId> list(FaceLibrary honest, PageRequest page);
  }

  private static Liar liar(String defect, String caughtBy, ListDefect listing) {
    return Liar.of(
        defect,
        AllPersonsContract.class,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public Page<PersonId> listPersons(PageRequest page) {
                return listing.list(delegate(), page);
              }
            });
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "lists one page only",
            "listsEachPersonOnceInAStableOrderAtAnyPageSize",
            (honest, page) -> Page.last(honest.listPersons(page).items())),
        liar(
            "lists the persons of one group",
            "listsPersonsOfEveryGroup",
            (honest, page) -> {
              List<GroupId> groups = Pages.stream(honest::listGroups).toList();
              return groups.isEmpty()
                  ? Page.last(List.of())
                  : honest.listPersons(groups.get(0), page);
            }),
        liar(
            "omits a person in no group",
            "listsAPersonInNoGroup",
            (honest, page) -> {
              Page<PersonId> all = honest.listPersons(page);
              return new Page<>(
                  all.items().stream()
                      .filter(it -> !honest.findPerson(it).orElseThrow().groups().isEmpty())
                      .toList(),
                  all.next());
            }),
        Liar.of(
            "lists deleted persons",
            AllPersonsContract.class,
            "doesNotListADeletedPerson",
            Remembering::new),
        liar(
            "restarts at a foreign token",
            "refusesATokenThatWasNeverIssuedForAllPersons",
            AllPersonsLiars::leniently),
        liar(
            "accepts a token of a group",
            "refusesATokenOfAnyOtherList",
            AllPersonsLiars::leniently));
  }

  private static Page<PersonId> leniently(FaceLibrary honest, PageRequest page) {
    try {
      return honest.listPersons(page);
    } catch (InvalidRequestException e) {
      return honest.listPersons(PageRequest.first(page.size()));
    }
  }

  private static final class Remembering extends ForwardingFaceLibrary {
    private final List<PersonId> deleted = new ArrayList<>();

    Remembering(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public boolean deletePerson(PersonId person) {
      deleted.add(person);
      return super.deletePerson(person);
    }

    @Override
    public Page<PersonId> listPersons(PageRequest page) {
      List<PersonId> items = new ArrayList<>(super.listPersons(page).items());
      items.addAll(deleted);
      return Page.last(items);
    }
  }
}
