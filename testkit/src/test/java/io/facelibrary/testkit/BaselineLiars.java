package io.facelibrary.testkit;

import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Libraries that lack a baseline capability and do not say so, or the reverse. */
final class BaselineLiars {
  private BaselineLiars() {}

  private static Liar declaring(Capability capability, Class<?> part, String caughtBy) {
    return Liar.with(
        Offered.without(Liar.DECLARED, capability),
        "declares " + capability + " and lacks it",
        part,
        caughtBy,
        bare -> new Declaring(FaceLibraries.guard("guarded", bare), Liar.DECLARED));
  }

  private static Liar denying(Capability capability, String caughtBy) {
    return denying(capability, BaselineContract.class, caughtBy);
  }

  private static Liar denying(Capability capability, Class<?> part, String caughtBy) {
    return Liar.unguarded(
        "acts as if it offered " + capability + ": " + caughtBy,
        part,
        caughtBy,
        bare -> new Declaring(bare, Offered.without(Liar.DECLARED, capability)));
  }

  static Stream<Liar> all() {
    return Stream.concat(declaring(), denying());
  }

  private static Stream<Liar> declaring() {
    Class<?> part = BaselineContract.class;
    Class<?> groups = BaselineGroupsContract.class;
    return Stream.of(
        declaring(Capability.WRITES, part, "storesAWriteWhenWritesAreOffered"),
        declaring(Capability.NAMED_GROUPS, groups, "keepsAPersonInAGroupThatTheCallerNames"),
        declaring(Capability.REGROUPING, groups, "movesAPersonToAnotherGroup"),
        declaring(
            Capability.PERSONS_WITHOUT_GROUPS,
            GroupsContract.class,
            "keepsAPersonThatLeftItsLastGroup"),
        declaring(Capability.PERSONS_WITHOUT_FACES, part, "addsAPersonWithoutFacesWhenOffered"),
        declaring(Capability.SAME_IMAGE_TWICE, part, "keepsEqualImagesWhenOffered"),
        Liar.of(
            "declares CONSISTENT_QUERIES and reads old data",
            part,
            "showsAWriteToTheNextQueryWhenQueriesAreConsistent",
            Remembering::new));
  }

  private static Stream<Liar> denying() {
    Class<?> groups = BaselineGroupsContract.class;
    return Stream.of(
        denying(Capability.WRITES, "refusesEveryWriteWhenWritesAreNotOffered"),
        denying(Capability.NAMED_GROUPS, groups, "refusesToAddToNamedGroupsWhenTheyAreNotOffered"),
        denying(Capability.NAMED_GROUPS, groups, "refusesToReadNamedGroupsWhenTheyAreNotOffered"),
        denying(
            Capability.NAMED_GROUPS, groups, "keepsEveryPersonInTheOnlyGroupWhenGroupsHaveNoNames"),
        denying(Capability.REGROUPING, groups, "refusesToRegroupAPersonUnlessNothingChanges"),
        denying(
            Capability.PERSONS_WITHOUT_GROUPS,
            groups,
            "refusesToLeaveTheLastGroupWhenAPersonNeedsOne"),
        denying(Capability.PERSONS_WITHOUT_FACES, "refusesAPersonWithoutFacesWhenNotOffered"),
        denying(Capability.PERSONS_WITHOUT_FACES, "keepsTheLastFaceWhenAPersonNeedsOne"),
        Liar.with(
            Offered.without(Liar.DECLARED, Capability.PERSONS_WITHOUT_FACES),
            "keeps the first face of a person whatever other faces it has",
            BaselineContract.class,
            "replacesTheLastFaceWhenAPersonNeedsOne",
            KeepingTheFirst::new),
        denying(
            Capability.PERSONS_WITHOUT_FACES, "deletesAllFacesButOneInACallWhenAPersonNeedsOne"),
        denying(Capability.SAME_IMAGE_TWICE, "rejectsASecondEqualImageOfAPersonWhenNotOffered"),
        denying(Capability.SAME_IMAGE_TWICE, "rejectsASecondEqualImageInACallWhenNotOffered"),
        new Liar(
            "shows a write to no query, however late",
            BaselineContract.class,
            "showsAWriteToEveryQueryAfterTheQueryDelay",
            () -> new StaleNotebookHarness(Liar.DECLARED, true)));
  }

  private static final class KeepingTheFirst extends ForwardingFaceLibrary {
    KeepingTheFirst(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public DeleteFacesResult deleteFaces(DeleteFaces request) {
      FaceId first = super.queryFaces(QueryFaces.allOf(request.person())).ids().get(0);
      return request.faces().equals(List.of(first))
          ? DeleteFacesResult.of(
              List.of(
                  DeleteFacesResult.Refused.of(
                      first,
                      ItemFailure.of(0, ErrorKind.UNSUPPORTED, "a person needs its first face")
                          .withReason("last-face"))))
          : super.deleteFaces(request);
    }
  }

  private static final class Remembering extends ForwardingFaceLibrary {
    private final Map<PersonId, Optional<Person>> found = new ConcurrentHashMap<>();

    Remembering(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public Optional<Person> findPerson(PersonId person) {
      return found.computeIfAbsent(person, super::findPerson);
    }
  }
}
