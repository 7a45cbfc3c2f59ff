package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import io.facelibrary.KnownFace;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A library that implements the interface and the contract, and nothing else. */
final class NotebookFaceLibrary implements FaceLibrary {
  /** The only image without a face. */
  static final FaceImage NO_FACE = TestImages.of(0);

  static final FaceImage NO_FACE_URL = FaceImage.at("https://images.example.com/no-face.png");

  private static final Similarity OTHER = Similarity.of(0.25);

  private final Notebook notebook;
  private final Capabilities capabilities;

  NotebookFaceLibrary(Notebook notebook, Capabilities capabilities) {
    this.notebook = notebook;
    this.capabilities = capabilities;
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
      return DeleteFacesResult.of(
          request.faces().stream()
              .<DeleteFacesResult.Outcome>map(
                  face ->
                      entry.faces.remove(face) == null
                          ? DeleteFacesResult.Absent.of(face)
                          : DeleteFacesResult.Deleted.of(face))
              .toList());
    }
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
      checkGroupLimit(groups);
      entry.groups.addAll(groups);
    }
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    synchronized (notebook) {
      known(person).groups.removeAll(groups);
    }
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    synchronized (notebook) {
      return page(page, "groups/", notebook.groupIds(), GroupId::of);
    }
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    synchronized (notebook) {
      String list = "persons/" + group.value().length() + "/" + group + "/";
      return page(page, list, notebook.personIds(group), PersonId::of);
    }
  }

  /** A token consists of the name of the list and the last id before the page. */
  private static <T> Page<T> page(
      PageRequest request, String list, NavigableSet<String> ids, Function<String, T> named) {
    String token = request.token().orElse(list);
    if (!token.startsWith(list)) {
      throw InvalidRequestException.of("page.token", "must be one of this list");
    }
    List<String> rest = List.copyOf(ids.tailSet(token.substring(list.length()), false));
    List<String> items = rest.subList(0, Math.min(rest.size(), request.size()));
    Optional<String> next =
        items.size() < rest.size()
            ? Optional.of(list + items.get(items.size() - 1))
            : Optional.empty();
    return new Page<>(items.stream().map(named).toList(), next);
  }

  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    synchronized (notebook) {
      return page(page, "all/", notebook.personIds(), PersonId::of);
    }
  }

  @Override
  public SearchResult search(Search request) {
    synchronized (notebook) {
      FaceImage image = imageOf(request.probe());
      List<Candidate> candidates = new ArrayList<>();
      long compared = 0;
      for (Map.Entry<PersonId, Notebook.Entry> person : notebook.persons.entrySet()) {
        if (isSearched(person.getKey(), person.getValue(), request)) {
          best(person.getKey(), person.getValue(), image).ifPresent(candidates::add);
          compared += person.getValue().faces.size();
        }
      }
      Similarity least = least(request, compared);
      candidates.removeIf(it -> !it.similarity().isAtLeast(least));
      candidates.sort((a, b) -> b.similarity().compareTo(a.similarity()));
      List<Candidate> top = candidates.subList(0, Math.min(request.topK(), candidates.size()));
      return SearchResult.of(List.of(SearchedFace.of(top).withCompared(compared)))
          .withModel("same-image");
    }
  }

  private FaceImage imageOf(Probe probe) {
    if (probe instanceof KnownFace known) {
      FaceImage image = known(known.person()).faces.get(known.face());
      if (image == null) {
        throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "there is no such face");
      }
      return image;
    }
    return (FaceImage) probe;
  }

  private static boolean isSearched(PersonId person, Notebook.Entry entry, Search request) {
    return !Collections.disjoint(request.groups(), entry.groups)
        && (request.persons().isEmpty() || request.persons().contains(person));
  }

  private Similarity least(Search request, long compared) {
    return capabilities
        .scale()
        .map(scale -> request.leastSimilarity(scale, compared))
        .or(request::minSimilarity)
        .orElse(Similarity.NONE);
  }

  private static Optional<Candidate> best(PersonId person, Notebook.Entry entry, FaceImage image) {
    return entry.faces.entrySet().stream()
        .map(
            face ->
                Candidate.of(person, face.getValue().equals(image) ? Similarity.SAME : OTHER)
                    .withFace(face.getKey()))
        .max((a, b) -> a.similarity().compareTo(b.similarity()));
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {}
}
