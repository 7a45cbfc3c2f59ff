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
    List<FaceImage> images = request.images();
    atMost(images.size(), "images", limits.imagesPerCall().orElse(Integer.MAX_VALUE), "images");
    for (int i = 0; i < images.size(); i++) {
      Optional<String> refusal = refusal(images.get(i));
      if (refusal.isPresent()) {
        // Names the field only when it is needed.
        throw InvalidRequestException.of("images[" + i + "]", refusal.get());
      }
    }
    return request;
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
    check(Checks.present(request, "request").person());
    checkGroups(request.groups());
    return request;
  }

  UpdatePerson check(UpdatePerson request) {
    check(Checks.present(request, "request").person());
    return request;
  }

  PersonId check(PersonId person) {
    checkId(Checks.present(person, "person").value(), "personId");
    return person;
  }

  /** Returns a copy of the groups, because the caller may change its set during the call. */
  Set<GroupId> check(PersonId person, Set<GroupId> groups) {
    check(person);
    Set<GroupId> copy = Checks.nonEmptySet(groups, "groups");
    checkGroups(copy);
    return copy;
  }

  PageRequest check(PageRequest page) {
    requireOffered(Capability.LIST_GROUPS);
    return Checks.present(page, "page");
  }

  PageRequest check(GroupId group, PageRequest page) {
    requireOffered(Capability.LIST_PERSONS);
    checkId(Checks.present(group, "group").value(), "groupId");
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
    int max = limits.resultsPerSearch().orElse(Search.MAX_TOP_K);
    if (request.topK() > max) {
      throw InvalidRequestException.of("topK", "must be at most " + max);
    }
    refuse("image", refusal(request.image()));
    return request;
  }

  private void checkGroups(Collection<GroupId> groups) {
    for (GroupId group : groups) {
      checkId(group.value(), "groupId");
    }
  }

  private void checkId(String id, String field) {
    refuse(field, limits.refusalOfId(id, idPattern));
  }

  private void requireOffered(Capability capability) {
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
