package io.facelibrary.aliyun.support;

import io.facelibrary.AddFacesResult;
import io.facelibrary.Box;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Page;
import io.facelibrary.Person;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the outcome of a call in one line, so that tables can list many outcomes. */
public final class OutcomeText {
  private OutcomeText() {}

  public static String of(Callable<?> call) {
    try {
      return describe(call.call());
    } catch (FaceLibraryException e) {
      return failure(e);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String failure(FaceLibraryException e) {
    return e.kind()
        + " "
        + e.effect()
        + e.call().flatMap(it -> it.providerCode()).map(it -> " " + it).orElse("");
  }

  private static String describe(Object result) {
    if (result instanceof AddFacesResult added) {
      return added.outcomes().stream().map(OutcomeText::outcome).collect(Collectors.joining(", "));
    }
    if (result instanceof DeleteFacesResult deleted) {
      return deleted.outcomes().stream()
          .map(OutcomeText::outcome)
          .collect(Collectors.joining(", "));
    }
    if (result instanceof QueryFacesResult queried) {
      return query(queried);
    }
    if (result instanceof SearchResult found) {
      return found.faces().stream().map(OutcomeText::face).collect(Collectors.joining(" | "));
    }
    if (result instanceof Page<?> page) {
      return page.items() + (page.next().isPresent() ? " and more" : "");
    }
    if (result instanceof Optional<?> person) {
      return person.map(it -> person((Person) it)).orElse("absent");
    }
    return String.valueOf(result);
  }

  private static String outcome(AddFacesResult.Outcome outcome) {
    return outcome instanceof AddFacesResult.Added added
        ? "added " + added.face()
        : "rejected " + ((AddFacesResult.Rejected) outcome).failure().kind();
  }

  private static String outcome(DeleteFacesResult.Outcome outcome) {
    return (outcome instanceof DeleteFacesResult.Deleted ? "deleted " : "absent ") + outcome.face();
  }

  private static String query(QueryFacesResult result) {
    Stream<String> found =
        result.faces().stream()
            .map(face -> face.id() + face.source().map(it -> " at " + it).orElse(""));
    Stream<String> missing = result.missing().stream().map(face -> "missing " + face);
    return Stream.concat(found, missing).collect(Collectors.joining(", "));
  }

  private static String person(Person person) {
    List<String> groups =
        new TreeSet<>(person.groups().stream().map(it -> it.value()).toList()).stream().toList();
    return "'" + person.name() + "' '" + person.note() + "' " + groups;
  }

  private static String face(SearchedFace face) {
    return face.box().map(OutcomeText::box).orElse("somewhere")
        + face.candidates().stream()
            .map(it -> " " + it.person() + " " + it.face().orElseThrow() + " " + it.similarity())
            .collect(Collectors.joining(","));
  }

  private static String box(Box box) {
    return box.x() + "," + box.y() + "," + box.width() + "," + box.height();
  }
}
