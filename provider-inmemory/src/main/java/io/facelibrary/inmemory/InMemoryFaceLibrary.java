package io.facelibrary.inmemory;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import io.facelibrary.Limits;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UpdatePerson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library in this process. Made by {@link #builder()} or by the name {@code inmemory}.
 *
 * <p>Every operation on one person happens at one moment between its call and its return, whatever
 * other threads do (it is linearizable), and persons do not wait for each other.
 */
public final class InMemoryFaceLibrary implements FaceLibrary {
  // The rules stand here, the state in Persons and Groups.
  private final Persons persons = new Persons();
  private final FaceIds ids = new FaceIds();
  private final PageTokens tokens = new PageTokens();
  private final Groups groups;
  private final Recall recall;
  private final Capabilities capabilities;
  private final int facesPerPerson;
  private final boolean tellsSource;

  private InMemoryFaceLibrary(Builder builder) {
    Limits limits = builder.limits;
    facesPerPerson = limits.facesPerPerson().orElse(Integer.MAX_VALUE);
    groups = new Groups(limits.groups().orElse(Integer.MAX_VALUE), builder.clock);
    SearchableGroups searchable = new SearchableGroups(groups, builder.nextDayGroups);
    recall =
        builder
            .encoder
            .<Recall>map(encoder -> new VectorRecall(searchable, encoder))
            .orElseGet(() -> new PictureRecall(searchable, builder.resemblance()));
    capabilities =
        Capabilities.all()
            .withLimits(limits)
            .withSettling(builder.nextDayGroups ? Builder.LONGEST_DAY : Duration.ZERO)
            .without(builder.missing.toArray(new Capability[0]));
    tellsSource = capabilities.offers(Capability.FACE_IMAGE_URL);
  }

  /** Starts a library that limits nothing, offers everything, and keeps no time rule. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    Learning learning = recall.learning(request.images());
    while (true) {
      int[] room = {0};
      Optional<AddFacesResult> result =
          persons.with(
              request.person(),
              person -> {
                room[0] = facesPerPerson - person.faces().count();
                return learning.covers(room[0])
                    ? Optional.of(add(person, request.images(), learning))
                    : Optional.empty();
              });
      if (result.isPresent()) {
        return result.get();
      }
      // Without the lock, and then again: there may be more room, or less.
      learning.learn(room[0]);
    }
  }

  private AddFacesResult add(PersonEntry person, List<FaceImage> images, Learning learning) {
    Faces faces = person.faces();
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>(images.size());
    for (int i = 0; i < images.size(); i++) {
      Optional<ItemFailure> rejection = learning.rejection(i);
      if (rejection.isPresent()) {
        outcomes.add(new AddFacesResult.Rejected(rejection.get()));
      } else if (faces.count() < facesPerPerson) {
        Face face = new Face(ids.issue(), source(images.get(i)));
        faces.add(face, learning.keep(person, face.id(), i));
        outcomes.add(new AddFacesResult.Added(face.id()));
      } else {
        outcomes.add(
            new AddFacesResult.Rejected(
                ItemFailure.of(
                    i,
                    ErrorKind.QUOTA_EXCEEDED,
                    "the person holds its " + facesPerPerson + " faces")));
      }
    }
    return new AddFacesResult(outcomes);
  }

  private Optional<URI> source(FaceImage image) {
    return tellsSource && image instanceof FaceImage.AtUrl address
        ? Optional.of(address.url())
        : Optional.empty();
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return persons.with(request.person(), person -> delete(person, request.faces()));
  }

  private DeleteFacesResult delete(PersonEntry person, List<FaceId> named) {
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(named.size());
    for (FaceId face : named) {
      Optional<Object> trace = person.faces().delete(face);
      trace.ifPresent(it -> recall.forget(person, face, it));
      outcomes.add(
          trace.isPresent()
              ? new DeleteFacesResult.Deleted(face)
              : new DeleteFacesResult.Absent(face));
    }
    return new DeleteFacesResult(outcomes);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return persons.with(
        request.person(),
        person ->
            request
                .faces()
                .map(named -> query(person.faces(), named))
                .orElseGet(() -> new QueryFacesResult(person.faces().all(), List.of())));
  }

  private static QueryFacesResult query(Faces faces, List<FaceId> named) {
    List<Face> found = new ArrayList<>(named.size());
    List<FaceId> missing = new ArrayList<>(0);
    for (FaceId id : named) {
      faces.find(id).ifPresentOrElse(found::add, () -> missing.add(id));
    }
    return new QueryFacesResult(found, missing);
  }

  @Override
  public void addPerson(AddPerson request) {
    PersonEntry entry = new PersonEntry(request.person(), request.name(), request.note());
    persons.add(entry, person -> join(person, request.groups()));
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    persons.with(
        request.person(),
        person -> {
          request.name().ifPresent(person::name);
          request.note().ifPresent(person::note);
          return person;
        });
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return persons.ifPresent(person, PersonEntry::toPerson);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return persons
        .ifPresent(
            person,
            entry -> {
              forgetFaces(entry);
              groups.leave(entry, entry.groups());
              persons.forget(entry);
              return entry;
            })
        .isPresent();
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> joined) {
    persons.with(person, entry -> join(entry, joined));
  }

  private PersonEntry join(PersonEntry person, Set<GroupId> joined) {
    Set<GroupId> entered = new LinkedHashSet<>(joined);
    entered.removeAll(person.groups());
    groups.join(person, entered);
    entered.addAll(person.groups());
    person.groups(entered);
    recall.enter(person, entered);
    return person;
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> left) {
    persons.with(
        person,
        entry -> {
          recall.leave(entry, left);
          groups.leave(entry, left);
          Set<GroupId> kept = new LinkedHashSet<>(entry.groups());
          kept.removeAll(left);
          entry.groups(kept);
          return entry;
        });
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return Paging.page(groups.occupied(), tokens.of("groups", GroupId::of, GroupId::value), page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return Paging.page(
        groups.members(group).navigableKeySet(),
        tokens.of("persons of " + group.value(), PersonId::of, PersonId::value),
        page);
  }

  @Override
  public SearchResult search(Search request) {
    return recall.search(request);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Ends the threads of searches, if there are any; all else is memory. */
  @Override
  public void close() {
    recall.close();
  }

  /** Empties every person and every group; see {@link YearlyClearing}. */
  void clear() {
    for (PersonId id : persons.ids()) {
      persons.ifPresent(
          id,
          person -> {
            forgetFaces(person);
            person.faces().clear();
            groups.leave(person, person.groups());
            person.groups(Set.of());
            return person;
          });
    }
  }

  private void forgetFaces(PersonEntry person) {
    for (Faces.Known known : person.known()) {
      recall.forget(person, known.face(), known.trace());
    }
  }

  /** Collects how a library is to be. */
  public static final class Builder {
    // A day of 24 hours, and one more when the clocks go back.
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Set<Capability> missing = new LinkedHashSet<>();
    private Limits limits = Limits.none();
    private Clock clock = Clock.systemUTC();
    private Optional<Resemblance> resemblance = Optional.empty();
    private Optional<FaceEncoder> encoder = Optional.empty();
    private boolean nextDayGroups;
    private boolean yearlyClearing;

    private Builder() {}

    /** Sets the limits. Rates are declared and not enforced. */
    public Builder limits(Limits limits) {
      this.limits = present(limits, "limits");
      return this;
    }

    /** Sets the limits of Alibaba Cloud's service (Green, custom face retrieval). */
    public Builder greenLimits() {
      return limits(GreenLimits.LIMITS);
    }

    /** Takes capabilities away, to see how a program does without. */
    public Builder without(Capability... capabilities) {
      for (Capability capability : present(capabilities, "capabilities")) {
        missing.add(present(capability, "capabilities"));
      }
      return this;
    }

    /** Sets how search compares pictures; {@link Resemblance#samePicture()} unless set. */
    public Builder resemblance(Resemblance resemblance) {
      this.resemblance = Optional.of(present(resemblance, "resemblance"));
      return this;
    }

    private Resemblance resemblance() {
      return resemblance.orElseGet(Resemblance::samePicture);
    }

    /**
     * Recognises faces: pictures that are added must show one face, and a search finds the nearest
     * of all faces in the groups asked, for up to 20 faces in a picture. Embeddings are kept and
     * pictures are not; pictures by address are refused, since nothing is fetched. The encoder
     * stays the caller's, to be closed after the library.
     *
     * @throws InvalidRequestException when opened, if there is a resemblance too
     */
    public Builder encoder(FaceEncoder encoder) {
      this.encoder = Optional.of(present(encoder, "encoder"));
      return this;
    }

    /** Sets the clock of the time rules and the zone in which their days begin; UTC unless set. */
    public Builder clock(Clock clock) {
      this.clock = present(clock, "clock");
      return this;
    }

    /**
     * Keeps Green's rule that a new group is found by search from the next day on (help page
     * "addPerson"). {@link Capabilities#settling()} is then 25 hours, the longest day there is.
     */
    public Builder nextDayGroups() {
      nextDayGroups = true;
      return this;
    }

    /**
     * Keeps Green's rule that all faces and groups are cleared when a year has passed since the
     * last search and the last added face (help document 70422). Persons stay, in no group.
     */
    public Builder yearlyClearing() {
      yearlyClearing = true;
      return this;
    }

    private static <T> T present(@Nullable T value, String field) {
      if (value == null) {
        throw InvalidRequestException.of(field, "must not be null");
      }
      return value;
    }

    /** Opens the library, empty and guarded. */
    public FaceLibrary open() {
      if (encoder.isPresent()) {
        if (resemblance.isPresent()) {
          throw InvalidRequestException.of("resemblance", "must not be set beside an encoder");
        }
        without(Capability.IMAGE_URL, Capability.FACE_IMAGE_URL);
      }
      InMemoryFaceLibrary library = new InMemoryFaceLibrary(this);
      return FaceLibraries.guard(
          InMemoryProvider.NAME, yearlyClearing ? new YearlyClearing(library, clock) : library);
    }
  }
}
