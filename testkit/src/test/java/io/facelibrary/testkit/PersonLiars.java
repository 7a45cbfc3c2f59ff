package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries with defects in persons and texts. */
final class PersonLiars {
  private PersonLiars() {}

  private static Liar liar(String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.of(defect, PersonsContract.class, caughtBy, layer);
  }

  private static Liar textLiar(String defect, String caughtBy, UnaryOperator<String> writing) {
    return Liar.of(
        defect,
        TextContract.class,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public void addPerson(AddPerson request) {
                super.addPerson(
                    request
                        .withName(writing.apply(request.name()))
                        .withNote(writing.apply(request.note())));
              }

              @Override
              public void updatePerson(UpdatePerson request) {
                UpdatePerson update = UpdatePerson.of(request.person());
                update = request.name().map(writing).map(update::withName).orElse(update);
                update = request.note().map(writing).map(update::withNote).orElse(update);
                super.updatePerson(update);
              }
            });
  }

  private static Liar addingLiar(String defect, String caughtBy, UnaryOperator<AddPerson> adding) {
    return liar(
        defect,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public void addPerson(AddPerson request) {
                super.addPerson(adding.apply(request));
              }
            });
  }

  static Stream<Liar> all() {
    return Stream.of(
        textLiar("trims texts", "readsBackNamesAndNotesCharacterForCharacter", String::strip),
        textLiar(
            "stores the basic multilingual plane only",
            "readsBackUpdatedNamesAndNotesCharacterForCharacter",
            text -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
        textLiar(
            "truncates long texts",
            "readsBackTheLongestNameAndNote",
            text -> text.length() > 255 ? text.substring(0, 255) : text),
        Liar.of(
            "ignores the case of ids",
            TextContract.class,
            "distinguishesIdsThatDifferInCaseOnly",
            CaseBlind::new),
        Liar.of(
            "accepts fewer ids than its limits allow",
            TextContract.class,
            "acceptsEveryIdThatItsLimitsAllow",
            ShortIds::new),
        liar(
            "overwrites an existing person",
            "refusesAnExistingIdAndChangesNothing",
            Overwriting::new),
        liar(
            "adds a refused person to groups", "createsNoGroupForARefusedPerson", Overwriting::new),
        addingLiar(
            "invents a name",
            "hasAnEmptyNameAndNoteWhenNoneWasGiven",
            it -> it.name().isEmpty() ? it.withName(it.person().value()) : it),
        addingLiar(
            "adds a person to one of its groups only",
            "readsBackAPersonAsItWasAdded",
            it ->
                AddPerson.of(it.person(), it.groups().iterator().next())
                    .withName(it.name())
                    .withNote(it.note())),
        liar(
            "deletes every person of a group",
            "keepsOtherPersonsWhenOneIsDeleted",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public boolean deletePerson(PersonId person) {
                    findPerson(person).stream()
                        .flatMap(it -> it.groups().stream())
                        .flatMap(it -> listPersons(it, PageRequest.first()).items().stream())
                        .forEach(super::deletePerson);
                    return true;
                  }
                }),
        liar(
            "clears the fields that an update does not set",
            "updatesTheNameAndKeepsTheNote",
            Clearing::new),
        liar("clears the other field", "updatesTheNoteAndKeepsTheName", Clearing::new),
        liar(
            "leaves groups when a person is updated",
            "keepsGroupsAndFacesWhenAPersonIsUpdated",
            Clearing::new),
        liar(
            "keeps the faces of a deleted person",
            "startsEmptyWhenADeletedPersonIsAddedAgain",
            Unforgetting::new),
        liar(
            "reports an unknown person as deleted",
            "returnsFalseWhenTheDeletedPersonIsUnknown",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public boolean deletePerson(PersonId person) {
                    super.deletePerson(person);
                    return true;
                  }
                }),
        liar(
            "finds a person for any id",
            "findsNoPersonForAnUnknownId",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public Optional<Person> findPerson(PersonId person) {
                    return super.findPerson(person)
                        .or(() -> Optional.of(Person.of(person, Set.of())));
                  }
                }),
        liar(
            "ignores an update of an unknown person",
            "refusesToUpdateAnUnknownPerson",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public void updatePerson(UpdatePerson request) {
                    if (findPerson(request.person()).isPresent()) {
                      super.updatePerson(request);
                    }
                  }
                }));
  }

  private static final class CaseBlind extends ForwardingFaceLibrary {
    CaseBlind(FaceLibrary honest) {
      super(honest);
    }

    private static PersonId folded(PersonId person) {
      return PersonId.of(person.value().toLowerCase(Locale.ROOT));
    }

    @Override
    public void addPerson(AddPerson it) {
      super.addPerson(
          AddPerson.of(folded(it.person()), it.groups()).withName(it.name()).withNote(it.note()));
    }

    @Override
    public Optional<Person> findPerson(PersonId person) {
      return super.findPerson(folded(person));
    }
  }

  private static final class ShortIds extends ForwardingFaceLibrary {
    ShortIds(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public Optional<Person> findPerson(PersonId person) {
      return super.findPerson(person)
          .map(
              it ->
                  Person.of(
                          PersonId.of(
                              it.id().value().substring(0, Math.min(32, it.id().value().length()))),
                          it.groups())
                      .withName(it.name())
                      .withNote(it.note()));
    }
  }

  private static final class Overwriting extends ForwardingFaceLibrary {
    Overwriting(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void addPerson(AddPerson request) {
      try {
        super.addPerson(request);
      } catch (FaceLibraryException e) {
        if (e.kind() == ErrorKind.ALREADY_EXISTS) {
          updatePerson(UpdatePerson.of(request.person()).withName(request.name()));
          joinGroups(request.person(), request.groups());
        }
        throw e;
      }
    }
  }

  private static final class Clearing extends ForwardingFaceLibrary {
    Clearing(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void updatePerson(UpdatePerson request) {
      super.updatePerson(
          UpdatePerson.of(request.person())
              .withName(request.name().orElse(""))
              .withNote(request.note().orElse("")));
      leaveGroups(request.person(), findPerson(request.person()).orElseThrow().groups());
    }
  }

  private static final class Unforgetting extends ForwardingFaceLibrary {
    private final Map<PersonId, List<AddFaces>> added = new ConcurrentHashMap<>();

    Unforgetting(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      added.computeIfAbsent(request.person(), it -> new ArrayList<>()).add(request);
      return super.addFaces(request);
    }

    @Override
    public void addPerson(AddPerson request) {
      super.addPerson(request);
      added.getOrDefault(request.person(), List.of()).forEach(super::addFaces);
    }
  }
}
