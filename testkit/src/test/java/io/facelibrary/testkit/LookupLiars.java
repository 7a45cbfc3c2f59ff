package io.facelibrary.testkit;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.LibraryInfo;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries with defects in finding several persons, and in reports about themselves. */
final class LookupLiars {
  private LookupLiars() {}

  private static Liar liar(String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.of(defect, LookupContract.class, caughtBy, layer);
  }

  private static Liar reporting(String defect, String caughtBy, UnaryOperator<LibraryInfo> change) {
    return liar(
        defect,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public LibraryInfo info() {
                return change.apply(super.info());
              }
            });
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "finds one of several persons",
            "findsSeveralPersonsAndOmitsTheUnknownOnes",
            FindingOne::new),
        Liar.unguarded(
            "finds any number of persons",
            LookupContract.class,
            "refusesToFindMorePersonsThanAPageHas",
            bare -> bare),
        reporting("counts no person", "countsPersonsFacesAndGroups", it -> it.withPersons(7)),
        reporting("counts no face", "countsPersonsFacesAndGroups", it -> it.withFaces(7)),
        reporting("counts no group", "countsPersonsFacesAndGroups", it -> it.withGroups(7)),
        reporting(
            "has another identity each time",
            "keepsItsIdentity",
            it -> it.withIdentity(UUID.randomUUID().toString())),
        liar("has another identity after each opening", "keepsItsIdentity", Reborn::new));
  }

  private static final class FindingOne extends ForwardingFaceLibrary {
    FindingOne(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
      Iterator<Map.Entry<PersonId, Person>> found =
          super.findPersons(persons).entrySet().iterator();
      return found.hasNext() ? Map.ofEntries(found.next()) : Map.of();
    }
  }

  private static final class Reborn extends ForwardingFaceLibrary {
    private final String identity = UUID.randomUUID().toString();

    Reborn(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public LibraryInfo info() {
      return super.info().withIdentity(identity);
    }
  }
}
