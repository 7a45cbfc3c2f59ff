package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.LibraryInfo;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A library that implements the interface and the contract, and nothing else. */
final class NotebookFaceLibrary implements FaceLibrary, FaceArchive {
  /** The only image without a face. */
  static final FaceImage NO_FACE = TestImages.of(0);

  static final FaceImage NO_FACE_URL = FaceImage.at("https://images.example.com/no-face.png");

  private final Notebook notebook;
  private final Capabilities capabilities;
  private final NotebookSearch searching;

  NotebookFaceLibrary(Notebook notebook, Capabilities capabilities) {
    this.notebook = notebook;
    this.capabilities = capabilities;
    searching = new NotebookSearch(notebook, capabilities);
  }

  private Notebook.Entry known(PersonId person) {
    Notebook.Entry entry = notebook.persons.get(person);
    if (entry == null) {
      throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "there is no such person");
    }
    return entry;
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    synchronized (notebook) {
      Notebook.Entry entry = known(request.person());
      List<AddFacesResult.Outcome> outcomes = new ArrayList<>();
      for (FaceImage image : request.images()) {
        outcomes.add(outcomeOf(image, entry, outcomes.size()));
      }
      return AddFacesResult.of(outcomes);
    }
  }

  private AddFacesResult.Outcome outcomeOf(FaceImage image, Notebook.Entry entry, int index) {
    if (image.equals(NO_FACE) || image.equals(NO_FACE_URL)) {
      return AddFacesResult.Rejected.of(
          ItemFailure.of(index, ErrorKind.IMAGE_REJECTED, "there is no face in it"));
    }
    if (entry.faces.containsValue(image) && !capabilities.offers(Capability.SAME_IMAGE_TWICE)) {
      return AddFacesResult.Rejected.of(
          ItemFailure.of(index, ErrorKind.ALREADY_EXISTS, "the person has this image")
              .withReason("duplicate-image"));
    }
    if (entry.faces.size() >= capabilities.limits().facesPerPerson().orElse(Integer.MAX_VALUE)) {
      return AddFacesResult.Rejected.of(
          ItemFailure.of(
              index, ErrorKind.QUOTA_EXCEEDED, "the person holds as many faces as it may"));
    }
    FaceId face = notebook.nextFace();
    entry.faces.put(face, image);
    return AddFacesResult.Added.of(face);
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    synchronized (notebook) {
      Notebook.Entry entry = known(request.person());
      List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>();
      for (FaceId face : request.faces()) {
        outcomes.add(delete(face, entry, outcomes.size()));
      }
      return DeleteFacesResult.of(outcomes);
    }
  }

  private DeleteFacesResult.Outcome delete(FaceId face, Notebook.Entry entry, int index) {
    boolean last = entry.faces.containsKey(face) && entry.faces.size() == 1;
    if (last && !capabilities.offers(Capability.PERSONS_WITHOUT_FACES)) {
      return DeleteFacesResult.Refused.of(
          face,
          ItemFailure.of(index, ErrorKind.UNSUPPORTED, "a person needs a face")
              .withReason("last-face"));
    }
    return entry.faces.remove(face) == null
        ? DeleteFacesResult.Absent.of(face)
        : DeleteFacesResult.Deleted.of(face);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    synchronized (notebook) {
      Notebook.Entry entry = known(request.person());
      List<Face> found = new ArrayList<>();
      List<FaceId> missing = new ArrayList<>();
      for (FaceId face : request.faces().orElse(List.copyOf(entry.faces.keySet()))) {
        FaceImage image = entry.faces.get(face);
        if (image == null) {
          missing.add(face);
        } else {
          found.add(Notebook.face(face, image, capabilities.offered()));
        }
      }
      return QueryFacesResult.of(found, missing);
    }
  }

  @Override
  public void addPerson(AddPerson request) {
    synchronized (notebook) {
      if (notebook.persons.containsKey(request.person())) {
        throw FaceLibraryException.of(
            ErrorKind.ALREADY_EXISTS, Effect.NONE, "there is such a person");
      }
      checkGroupLimit(request.groups());
      Notebook.Entry entry = new Notebook.Entry(request.groups());
      entry.name = request.name();
      entry.note = request.note();
      notebook.persons.put(request.person(), entry);
    }
  }

  private void checkGroupLimit(Set<GroupId> groups) {
    Set<String> all = notebook.groupIds();
    groups.forEach(group -> all.add(group.value()));
    if (all.size() > capabilities.limits().groups().orElse(Integer.MAX_VALUE)) {
      throw FaceLibraryException.of(
          ErrorKind.QUOTA_EXCEEDED, Effect.NONE, "there may be no more groups");
    }
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    synchronized (notebook) {
      Notebook.Entry entry = known(request.person());
      entry.name = request.name().orElse(entry.name);
      entry.note = request.note().orElse(entry.note);
    }
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    synchronized (notebook) {
      return Optional.ofNullable(notebook.persons.get(person))
          .map(entry -> Person.of(person, entry.groups).withName(entry.name).withNote(entry.note));
    }
  }

  @Override
  public boolean deletePerson(PersonId person) {
    synchronized (notebook) {
      return notebook.persons.remove(person) != null;
    }
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    synchronized (notebook) {
      Notebook.Entry entry = known(person);
      Set<GroupId> all = new HashSet<>(entry.groups);
      all.addAll(groups);
      if (all.size() > capabilities.limits().groupsPerPerson().orElse(Integer.MAX_VALUE)) {
        throw FaceLibraryException.of(
            ErrorKind.QUOTA_EXCEEDED, Effect.NONE, "the person may be in no more groups");
      }
      checkGroupLimit(groups);
      entry.groups.addAll(groups);
    }
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    synchronized (notebook) {
      Set<GroupId> left = known(person).groups;
      if (groups.containsAll(left) && !capabilities.offers(Capability.PERSONS_WITHOUT_GROUPS)) {
        throw UnsupportedCapabilityException.of(Capability.PERSONS_WITHOUT_GROUPS);
      }
      left.removeAll(groups);
    }
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    synchronized (notebook) {
      return Notebook.page(page, "groups/", notebook.groupIds(), GroupId::of);
    }
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    synchronized (notebook) {
      String list = "persons/" + group.value().length() + "/" + group + "/";
      return Notebook.page(page, list, notebook.personIds(group), PersonId::of);
    }
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    synchronized (notebook) {
      return Notebook.page(page, "all/", notebook.personIds(), PersonId::of);
    }
  }

  @Override
  public SearchResult search(Search request) {
    synchronized (notebook) {
      return searching.search(request);
    }
  }

  @Override
  public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
    synchronized (notebook) {
      return FaceLibrary.super.enrol(person, images);
    }
  }

  @Override
  public LibraryInfo info() {
    synchronized (notebook) {
      return LibraryInfo.unknown()
          .withIdentity(notebook.identity)
          .withPersons(notebook.persons.size())
          .withFaces(notebook.persons.values().stream().mapToLong(it -> it.faces.size()).sum())
          .withGroups(notebook.groupIds().size());
    }
  }

  @Override
  public Optional<EncoderModel> model() {
    return Optional.empty();
  }

  @Override
  public Optional<ArchivedFace> findArchivedFace(PersonId person, FaceId face) {
    synchronized (notebook) {
      return Optional.ofNullable(notebook.persons.get(person))
          .map(entry -> entry.faces.get(face))
          .map(ArchivedFace::of);
    }
  }

  @Override
  public AddFacesResult addArchivedFaces(PersonId person, List<ArchivedFace> faces) {
    return addFaces(
        AddFaces.of(person, faces.stream().map(it -> it.image().orElseThrow()).toList()));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {}
}
