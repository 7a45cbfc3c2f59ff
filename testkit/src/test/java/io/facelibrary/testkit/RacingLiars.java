package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries with defects that only parallel calls show. */
final class RacingLiars {
  private RacingLiars() {}

  private static Liar liar(String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.of(defect, ConcurrencyContract.class, caughtBy, layer);
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "overwrites faces that were added since it read them",
            "keepsEveryFaceThatIsAddedInParallel",
            LostFaces::new),
        Liar.limitless(
            "counts the faces before it adds one",
            ConcurrencyContract.class,
            "addsExactlyAsManyFacesAsFitWhenCallsRace",
            CountedEarly::new),
        Liar.limitless(
            "counts the faces before it adds one, a few instructions apart and without a lock",
            ConcurrencyContract.class,
            "neverExceedsTheLimitOfAPersonWhileFacesAreAddedAndDeleted",
            Unlocked::new),
        Liar.limitless(
            "allows one face more while calls wait for the lock",
            ConcurrencyContract.class,
            "neverExceedsTheLimitOfAPersonWhileFacesAreAddedAndDeleted",
            OneMoreWhenBusy::new),
        liar(
            "fails when two calls run in parallel",
            "throwsNothingWhenFacesAreAddedQueriedAndDeletedInParallel",
            SingleMinded::new),
        liar(
            "fails when the person is deleted during the call",
            "throwsOnlyNotFoundWhenThePersonIsDeletedDuringTheCall",
            SingleMinded::new),
        liar(
            "checks for the person before it adds it, without a lock",
            "addsAPersonOnceWhenItIsAddedInParallel",
            LookBeforeLeap::new),
        liar(
            "checks for the person before it deletes it, without a lock",
            "returnsTrueOnceWhenAPersonIsDeletedInParallel",
            LookBeforeLeap::new),
        liar(
            "checks for the face before it deletes it, without a lock",
            "reportsAFaceAsDeletedOnceWhenItIsDeletedInParallel",
            LookBeforeLeap::new),
        liar(
            "overwrites groups that changed since it read them",
            "keepsEveryMembershipWhenAPersonJoinsAndLeavesInParallel",
            WriteBack::new),
        liar(
            "overwrites fields that changed since it read them",
            "keepsBothOfTwoFieldsThatAreUpdatedInParallel",
            WriteBack::new),
        Liar.of(
            "defers a delete until the next one",
            HistoryContract.class,
            "keepsTheFacesOfAPersonLinearizable",
            Lazy::new),
        Liar.of(
            "defers a delete, also of persons that were deleted",
            HistoryContract.class,
            "keepsAPersonThatIsDeletedAndAddedAgainLinearizable",
            Lazy::new));
  }

  private static final class LostFaces extends ForwardingFaceLibrary {
    private final Meeting meeting = new Meeting();

    LostFaces(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      QueryFaces all = QueryFaces.allOf(request.person());
      Set<FaceId> written = new HashSet<>(queryFaces(all).ids());
      meeting.waitForAnother();
      AddFacesResult result = super.addFaces(request);
      written.addAll(result.added());
      meeting.waitForAnother();
      Set<FaceId> lost = new HashSet<>(queryFaces(all).ids());
      lost.removeAll(written);
      lost.forEach(face -> deleteFaces(DeleteFaces.of(request.person(), face)));
      return result;
    }
  }

  private static final class CountedEarly extends ForwardingFaceLibrary {
    private final Meeting meeting = new Meeting();

    CountedEarly(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      int count = queryFaces(QueryFaces.allOf(request.person())).faces().size();
      meeting.waitForAnother();
      return count < Liar.DECLARED.limits().facesPerPerson().orElseThrow()
          ? super.addFaces(request)
          : AddFacesResult.of(
              List.of(Rejected.of(ItemFailure.of(0, ErrorKind.QUOTA_EXCEEDED, "is full"))));
    }
  }

  /** Checks and adds in two steps, a few instructions apart. */
  private static final class Unlocked extends ForwardingFaceLibrary {
    Unlocked(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      int count = queryFaces(QueryFaces.allOf(request.person())).faces().size();
      return addUpTo(Liar.DECLARED.limits().facesPerPerson().orElseThrow(), count, request);
    }

    AddFacesResult addUpTo(int limit, int count, AddFaces request) {
      int free = Math.max(0, limit - count);
      List<AddFacesResult.Outcome> outcomes = new ArrayList<>();
      if (free > 0) {
        List<FaceImage> fitting =
            request.images().subList(0, Math.min(free, request.images().size()));
        outcomes.addAll(super.addFaces(AddFaces.of(request.person(), fitting)).outcomes());
      }
      for (int i = outcomes.size(); i < request.images().size(); i++) {
        outcomes.add(Rejected.of(ItemFailure.of(i, ErrorKind.QUOTA_EXCEEDED, "is full")));
      }
      return AddFacesResult.of(outcomes);
    }
  }

  /** Holds a lock, and is off by one while another call waits for it. */
  private static final class OneMoreWhenBusy extends ForwardingFaceLibrary {
    private final AtomicInteger inside = new AtomicInteger();
    private final Unlocked unlocked;

    OneMoreWhenBusy(FaceLibrary honest) {
      super(honest);
      unlocked = new Unlocked(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      inside.incrementAndGet();
      try {
        synchronized (unlocked) {
          int limit = Liar.DECLARED.limits().facesPerPerson().orElseThrow();
          int count = queryFaces(QueryFaces.allOf(request.person())).faces().size();
          return unlocked.addUpTo(inside.get() > 1 ? limit + 1 : limit, count, request);
        }
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private static final class SingleMinded extends ForwardingFaceLibrary {
    private final Meeting meeting = new Meeting();
    private final AtomicInteger inside = new AtomicInteger();

    SingleMinded(FaceLibrary honest) {
      super(honest);
    }

    @Override
    protected <T> T around(Call<T> call) {
      boolean alone = inside.incrementAndGet() == 1;
      try {
        meeting.waitForAnother();
        if (!alone) {
          throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "is busy");
        }
        return call.proceed();
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private static final class LookBeforeLeap extends ForwardingFaceLibrary {
    private final Meeting meeting = new Meeting();

    LookBeforeLeap(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void addPerson(AddPerson request) {
      if (findPerson(request.person()).isEmpty()) {
        meeting.waitForAnother();
        deletePersonReally(request.person());
      }
      super.addPerson(request);
    }

    @Override
    public boolean deletePerson(PersonId person) {
      boolean known = findPerson(person).isPresent();
      meeting.waitForAnother();
      deletePersonReally(person);
      return known;
    }

    private void deletePersonReally(PersonId person) {
      delegate().deletePerson(person);
    }

    @Override
    public DeleteFacesResult deleteFaces(DeleteFaces request) {
      boolean known =
          queryFaces(QueryFaces.of(request.person(), request.faces())).missing().isEmpty();
      meeting.waitForAnother();
      DeleteFacesResult result = super.deleteFaces(request);
      return known
          ? DeleteFacesResult.of(
              request.faces().stream().<DeleteFacesResult.Outcome>map(Deleted::of).toList())
          : result;
    }
  }

  private static final class WriteBack extends ForwardingFaceLibrary {
    private final Meeting meeting = new Meeting();

    WriteBack(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void joinGroups(PersonId person, Set<GroupId> groups) {
      Set<GroupId> wanted = new HashSet<>(findPerson(person).orElseThrow().groups());
      wanted.addAll(groups);
      meeting.waitForAnother();
      super.joinGroups(person, groups);
      Set<GroupId> others = new HashSet<>(findPerson(person).orElseThrow().groups());
      others.removeAll(wanted);
      super.leaveGroups(person, others);
    }

    @Override
    public void updatePerson(UpdatePerson request) {
      Optional<Person> before = findPerson(request.person());
      meeting.waitForAnother();
      UpdatePerson update =
          before
              .map(it -> UpdatePerson.of(it.id()).withName(it.name()).withNote(it.note()))
              .orElse(request);
      update = request.name().map(update::withName).orElse(update);
      super.updatePerson(request.note().map(update::withNote).orElse(update));
    }
  }

  private static final class Lazy extends ForwardingFaceLibrary {
    private Optional<DeleteFaces> due = Optional.empty();

    Lazy(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public synchronized DeleteFacesResult deleteFaces(DeleteFaces request) {
      if (!queryFaces(QueryFaces.of(request.person(), request.faces())).missing().isEmpty()) {
        return super.deleteFaces(request);
      }
      Optional<DeleteFaces> now = due;
      due = Optional.of(request);
      now.filter(it -> findPerson(it.person()).isPresent()).ifPresent(super::deleteFaces);
      return DeleteFacesResult.of(
          request.faces().stream().<DeleteFacesResult.Outcome>map(Deleted::of).toList());
    }
  }
}
