package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks requests against a library's capabilities and limits, as far as the request alone allows.
 * Each method returns the request to pass to the provider.
 */
final class RequestRules {
  private final Capabilities capabilities;
  private final Limits limits;
  private final Optional<Pattern> idPattern;

  RequestRules(Capabilities capabilities) {
    this.capabilities = capabilities;
    this.limits = capabilities.limits();
    this.idPattern = limits.compiledIdPattern();
  }

  AddFaces check(AddFaces request) {
    check(Checks.present(request, "request").person());
    checkImages(request.images());
    return request;
  }

  private void checkImages(List<FaceImage> images) {
    atMost(images.size(), "images", limits.imagesPerCall().orElse(Integer.MAX_VALUE), "images");
    for (int i = 0; i < images.size(); i++) {
      Optional<String> refusal = refusal(images.get(i));
      if (refusal.isPresent()) {
        // Names the field only when it is needed.
        throw InvalidRequestException.of("images[" + i + "]", refusal.get());
      }
    }
  }

  /** Checks archived faces. The image of a face with an embedding is kept, and not read. */
  List<ArchivedFace> check(PersonId person, List<ArchivedFace> faces) {
    check(person);
    List<ArchivedFace> copy = Checks.nonEmpty(faces, "faces");
    atMost(copy.size(), "faces", limits.imagesPerCall().orElse(Integer.MAX_VALUE), "faces");
    for (int i = 0; i < copy.size(); i++) {
      ArchivedFace face = copy.get(i);
      if (face.image().isPresent()) {
        FaceImage image = face.image().get();
        String field = "faces[" + i + "].image";
        refuse(field, face.embedding().isPresent() ? limits.refusal(image) : refusal(image));
      }
    }
    return copy;
  }

  DeleteFaces check(DeleteFaces request) {
    check(Checks.present(request, "request").person());
    return request;
  }

  QueryFaces check(QueryFaces request) {
    check(Checks.present(request, "request").person());
    return request;
  }

  AddPerson check(AddPerson request) {
    requireOffered(Capability.PERSONS_WITHOUT_FACES);
    return checkPerson(request);
  }

  private AddPerson checkPerson(AddPerson request) {
    check(Checks.present(request, "request").person());
    checkGroupsOfPerson(request.groups());
    checkText(request.name(), "name", limits.nameLength());
    checkText(request.note(), "note", limits.noteLength());
    return request;
  }

  /** Returns the images to add with the person. */
  List<FaceImage> check(AddPerson person, List<FaceImage> images) {
    checkPerson(person);
    List<FaceImage> copy = Checks.nonEmpty(images, "images");
    checkImages(copy);
    return copy;
  }

  UpdatePerson check(UpdatePerson request) {
    check(Checks.present(request, "request").person());
    request.name().ifPresent(name -> checkText(name, "name", limits.nameLength()));
    request.note().ifPresent(note -> checkText(note, "note", limits.noteLength()));
    return request;
  }

  private static void checkText(String text, String field, int max) {
    if (text.length() > max) {
      throw InvalidRequestException.of(
          field,
          max == 0
              ? "must be empty: the library does not keep it"
              : "must have at most " + max + " characters");
    }
  }

  PersonId check(PersonId person) {
    checkId(Checks.present(person, "person").value(), "personId");
    return person;
  }

  Set<PersonId> check(Set<PersonId> persons) {
    Set<PersonId> copy = Checks.set(persons, "persons");
    atMost(copy.size(), "persons", PageRequest.MAX_SIZE, "persons");
    copy.forEach(this::check);
    return copy;
  }

  /** Returns a copy of the groups, because the caller may change its set during the call. */
  Set<GroupId> checkJoin(PersonId person, Set<GroupId> groups) {
    check(person);
    Set<GroupId> copy = Checks.nonEmptySet(groups, "groups");
    checkGroupsOfPerson(copy);
    return copy;
  }

  /** Returns a copy of the groups, because the caller may change its set during the call. */
  Set<GroupId> checkLeave(PersonId person, Set<GroupId> groups) {
    check(person);
    Set<GroupId> copy = Checks.nonEmptySet(groups, "groups");
    checkGroups(copy);
    requireOffered(Capability.NAMED_GROUPS);
    return copy;
  }

  PageRequest check(PageRequest page) {
    requireOffered(Capability.LIST_GROUPS);
    return Checks.present(page, "page");
  }

  PageRequest checkAllPersons(PageRequest page) {
    requireOffered(Capability.LIST_ALL_PERSONS);
    return Checks.present(page, "page");
  }

  PageRequest check(GroupId group, PageRequest page) {
    requireOffered(Capability.LIST_PERSONS);
    checkGroups(Set.of(Checks.present(group, "group")));
    return Checks.present(page, "page");
  }

  Search check(Search request) {
    requireOffered(Capability.SEARCH);
    int groups = Checks.present(request, "request").groups().size();
    if (groups > 1) {
      requireOffered(Capability.SEARCH_MANY_GROUPS);
    }
    atMost(groups, "groups", limits.groupsPerSearch().orElse(Integer.MAX_VALUE), "groups");
    checkGroups(request.groups());
    if (!request.persons().isEmpty()) {
      requireOffered(Capability.SEARCH_AMONG_PERSONS);
      request.persons().forEach(this::check);
    }
    int max = limits.resultsPerSearch().orElse(Search.MAX_TOP_K);
    if (request.topK() > max) {
      throw InvalidRequestException.of("topK", "must be at most " + max);
    }
    checkProbe(request.probe());
    return request;
  }

  private void checkProbe(Probe probe) {
    if (probe instanceof KnownFace face) {
      requireOffered(Capability.SEARCH_BY_FACE);
      check(face.person());
    } else if (probe instanceof FaceImage image) {
      refuse("image", refusal(image));
    }
  }

  private void checkGroupsOfPerson(Set<GroupId> groups) {
    atMost(groups.size(), "groups", limits.groupsPerPerson().orElse(Integer.MAX_VALUE), "groups");
    checkGroups(groups);
  }

  private void checkGroups(Collection<GroupId> groups) {
    for (GroupId group : groups) {
      if (!group.equals(GroupId.DEFAULT)) {
        requireOffered(Capability.NAMED_GROUPS);
      }
      checkId(group.value(), "groupId");
    }
  }

  private void checkId(String id, String field) {
    refuse(field, limits.refusalOfId(id, idPattern));
  }

  void requireOffered(Capability capability) {
    if (!capabilities.offers(capability)) {
      throw UnsupportedCapabilityException.of(capability);
    }
  }

  private Optional<String> refusal(FaceImage image) {
    requireOffered(Capabilities.capabilityFor(image));
    return limits.refusal(image);
  }

  private static void refuse(String field, Optional<String> refusal) {
    if (refusal.isPresent()) {
      throw InvalidRequestException.of(field, refusal.get());
    }
  }

  private static void atMost(int value, String field, int max, String unit) {
    if (value > max) {
      throw InvalidRequestException.of(field, "must have at most " + max + " " + unit);
    }
  }
}
