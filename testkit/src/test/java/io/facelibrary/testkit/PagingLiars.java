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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Libraries that lie in pages. */
final class PagingLiars {
  private PagingLiars() {}

  private interface PageLie {
    <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest);
  }

  private static Liar liar(String lie, String caughtBy, PageLie paging) {
    return Liar.of(lie, PagingContract.class, caughtBy, honest -> new Lying(honest, paging));
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "skips an element between pages",
            "listsEachPersonOfAGroupOnceAtAnyPageSize",
            new Skipping()),
        liar("skips a group between pages", "listsEachGroupOnceAtAnyPageSize", new Skipping()),
        liar(
            "shows an element in two pages",
            "listsEachPersonOfAGroupOnceAtAnyPageSize",
            new Repeating()),
        liar("ends after the first page", "listsEachGroupOnceAtAnyPageSize", new Ending()),
        liar("never ends", "listsEachPersonOfAGroupOnceAtAnyPageSize", new NeverEnding()),
        liar("ignores the size", "listsEachPersonOfAGroupOnceAtAnyPageSize", new Oversized()),
        liar(
            "has another order in each page", "keepsTheOrderOfPersonsAtAnyPageSize", new Turning()),
        liar("has another order of groups", "keepsTheOrderOfGroupsAtAnyPageSize", new Turning()),
        liar("starts afresh at a foreign token", "refusesATokenThatWasNeverIssued", new Lenient()),
        liar(
            "takes a token of another group",
            "refusesATokenFromTheListOfAnotherGroup",
            new Lenient()),
        liar(
            "takes a token of persons for groups",
            "refusesATokenFromPersonsWhenListingGroups",
            new Lenient()),
        liar(
            "takes a token of groups for persons",
            "refusesATokenFromGroupsWhenListingPersons",
            new Lenient()));
  }

  private static final class Lying extends ForwardingFaceLibrary {
    private final PageLie paging;

    Lying(FaceLibrary honest, PageLie paging) {
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

  private static final class Skipping implements PageLie {
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

  private static final class Repeating implements PageLie {
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

  private static final class Ending implements PageLie {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      return Page.last(honest.apply(request).items());
    }
  }

  private static final class NeverEnding implements PageLie {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      return page.next().isPresent() || request.token().isEmpty()
          ? page
          : new Page<>(page.items(), request.token());
    }
  }

  private static final class Oversized implements PageLie {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      return honest.apply(new PageRequest(PageRequest.MAX_SIZE, request.token()));
    }
  }

  private static final class Turning implements PageLie {
    @Override
    public <T> Page<T> page(PageRequest request, Function<PageRequest, Page<T>> honest) {
      Page<T> page = honest.apply(request);
      List<T> items = new ArrayList<>(page.items());
      Collections.reverse(items);
      return new Page<>(items, page.next());
    }
  }

  private static final class Lenient implements PageLie {
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
