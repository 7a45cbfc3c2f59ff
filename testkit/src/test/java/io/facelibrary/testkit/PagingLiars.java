package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Libraries with defects in paging. */
final class PagingLiars {
  private PagingLiars() {}

  private interface PageDefect {
    <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest);
  }

  private static Liar liar(String defect, String caughtBy, PageDefect paging) {
    return Liar.of(defect, PagingContract.class, caughtBy, honest -> new Lying(honest, paging));
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "skips an element between pages",
            "listsEachPersonOfAGroupOnceAtAnyPageSize",
            new Skipping()),
        liar("skips a group between pages", "listsEachGroupOnceAtAnyPageSize", new Skipping()),
        liar(
            "lists an element in two pages",
            "listsEachPersonOfAGroupOnceAtAnyPageSize",
            new Repeating()),
        liar("ends after the first page", "listsEachGroupOnceAtAnyPageSize", new Ending()),
        Liar.large(
            "ends after a hundred persons",
            PagingContract.class,
            "listsEachOfManyPersonsOnceInAStableOrderAtAnyPageSize",
            honest -> new EndingAfter(honest, 100)),
        Liar.large(
            "ends after twenty groups",
            PagingContract.class,
            "listsEachOfManyGroupsOnceInAStableOrderAtAnyPageSize",
            honest -> new EndingAfter(honest, 20)),
        Liar.large(
            "skips a person between pages of ten or more",
            PagingContract.class,
            "listsEachOfManyPersonsOnceInAStableOrderAtAnyPageSize",
            honest -> new Lying(honest, new SkippingLargePages())),
        Liar.large(
            "skips a group between pages of ten or more",
            PagingContract.class,
            "listsEachOfManyGroupsOnceInAStableOrderAtAnyPageSize",
            honest -> new Lying(honest, new SkippingLargePages())),
        liar("never ends", "listsEachPersonOfAGroupOnceAtAnyPageSize", new NeverEnding()),
        liar("ignores the page size", "listsEachPersonOfAGroupOnceAtAnyPageSize", new Oversized()),
        liar(
            "reverses the order in each page",
            "keepsTheOrderOfPersonsAtAnyPageSize",
            new Turning()),
        liar(
            "reverses the order of groups in each page",
            "keepsTheOrderOfGroupsAtAnyPageSize",
            new Turning()),
        liar("restarts at a foreign token", "refusesATokenThatWasNeverIssued", new Lenient()),
        liar(
            "accepts a token of another group",
            "refusesATokenFromTheListOfAnotherGroup",
            new Lenient()),
        liar(
            "accepts a token of persons for groups",
            "refusesATokenFromPersonsWhenListingGroups",
            new Lenient()),
        liar(
            "accepts a token of groups for persons",
            "refusesATokenFromGroupsWhenListingPersons",
            new Lenient()));
  }

  private static final class Lying extends ForwardingFaceLibrary {
    private final PageDefect paging;

    Lying(FaceLibrary honest, PageDefect paging) {
      super(honest);
      this.paging = paging;
    }

    @Override
    public Page<GroupId> listGroups(PageRequest page) {
      return paging.page(page, delegate()::listGroups);
    }

    @Override
    public Page<PersonId> listPersons(GroupId group, PageRequest page) {
      return paging.page(page, it -> delegate().listPersons(group, it));
    }
  }

  private static final class Skipping implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      return request.token().isEmpty()
          ? page
          : new Page<>(
              page.items().subList(Math.min(1, page.items().size()), page.items().size()),
              page.next());
    }
  }

  private static final class SkippingLargePages implements PageDefect {
    private final PageDefect skipping = new Skipping();

    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      return request.size() < 10 ? honest.apply(request) : skipping.page(request, honest);
    }
  }

  /** Behaves like a provider that reads one page of its service and ignores the others. */
  private static final class EndingAfter extends ForwardingFaceLibrary {
    private final int most;
    private final Map<Object, Integer> listed = new HashMap<>();

    EndingAfter(FaceLibrary honest, int most) {
      super(honest);
      this.most = most;
    }

    private <T> Page<T> cut(PageRequest request, Object list, Page<T> page) {
      int before = request.token().isEmpty() ? 0 : listed.getOrDefault(list, 0);
      int count = Math.min(page.items().size(), most - before);
      listed.put(list, before + count);
      return before + count == most ? Page.last(page.items().subList(0, count)) : page;
    }

    @Override
    public Page<GroupId> listGroups(PageRequest page) {
      return cut(page, "groups", super.listGroups(page));
    }

    @Override
    public Page<PersonId> listPersons(GroupId group, PageRequest page) {
      return cut(page, group, super.listPersons(group, page));
    }
  }

  private static final class Repeating implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      List<T> items = new ArrayList<>(page.items());
      if (request.token().isPresent() && request.size() > 1 && items.size() < request.size()) {
        items.addAll(honest.apply(PageRequest.first(1)).items());
      }
      return new Page<>(items, page.next());
    }
  }

  private static final class Ending implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      return Page.last(honest.apply(request).items());
    }
  }

  private static final class NeverEnding implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      return page.next().isPresent() || request.token().isEmpty()
          ? page
          : new Page<>(page.items(), request.token());
    }
  }

  private static final class Oversized implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      return honest.apply(new PageRequest(PageRequest.MAX_SIZE, request.token()));
    }
  }

  private static final class Turning implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      List<T> items = new ArrayList<>(page.items());
      Collections.reverse(items);
      return new Page<>(items, page.next());
    }
  }

  private static final class Lenient implements PageDefect {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      try {
        return honest.apply(request);
      } catch (InvalidRequestException e) {
        return honest.apply(new PageRequest(request.size(), Optional.empty()));
      }
    }
  }
}
