package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests against what a library offers and limits, as far as requests alone can tell, and
 * answers what to hand to the provider.
 */
final class RequestRules {
  private final Capabilities capabilities;
  private final Limits limits;
  private final @Nullable Pattern idPattern;

  RequestRules(Capabilities capabilities) {
    this.capabilities = capabilities;
    this.limits = capabilities.limits();
    this.idPattern = limits.idPattern().map(Pattern::compile).orElse(null);
  }

  AddFaces checked(AddFaces request) {
    checked(Checks.present(request, "request").person());
    List<FaceImage> images = request.images();
    atMost(images.size(), "images", limits.imagesPerCall().orElse(Integer.MAX_VALUE), "images");
    for (int i = 0; i < images.size(); i++) {
      if (isRefused(images.get(i))) {
        explain(images.get(i), "images[" + i + "]");
      }
    }
    return request;
  }

  DeleteFaces checked(DeleteFaces request) {
    checked(Checks.present(request, "request").person());
    return request;
  }

  QueryFaces checked(QueryFaces request) {
    checked(Checks.present(request, "request").person());
    return request;
  }

  AddPerson checked(AddPerson request) {
    checked(Checks.present(request, "request").person());
    checkGroups(request.groups());
    return request;
  }

  UpdatePerson checked(UpdatePerson request) {
    checked(Checks.present(request, "request").person());
    return request;
  }

  PersonId checked(PersonId person) {
    checkId(Checks.present(person, "person").value(), "personId");
    return person;
  }

  /** Answers a copy of the groups, since a caller's set may change beneath the provider. */
  Set<GroupId> checked(PersonId person, Set<GroupId> groups) {
    checked(person);
    Set<GroupId> copy = Checks.nonEmptySet(groups, "groups");
    checkGroups(copy);
    return copy;
  }

  PageRequest checked(PageRequest page) {
    offered(Capability.LIST_GROUPS);
    return Checks.present(page, "page");
  }

  PageRequest checked(GroupId group, PageRequest page) {
    offered(Capability.LIST_PERSONS);
    checkId(Checks.present(group, "group").value(), "groupId");
    return Checks.present(page, "page");
  }

  Search checked(Search request) {
    offered(Capability.SEARCH);
    int groups = Checks.present(request, "request").groups().size();
    if (groups > 1) {
      offered(Capability.SEARCH_MANY_GROUPS);
    }
    atMost(groups, "groups", limits.groupsPerSearch().orElse(Integer.MAX_VALUE), "groups");
    checkGroups(request.groups());
    int most = limits.resultsPerSearch().orElse(Search.MAX_TOP_K);
    if (request.topK() > most) {
      throw InvalidRequestException.of("topK", "must be at most " + most);
    }
    if (isRefused(request.image())) {
      explain(request.image(), "image");
    }
    return request;
  }

  private void checkGroups(Collection<GroupId> groups) {
    for (GroupId group : groups) {
      checkId(group.value(), "groupId");
    }
  }

  private void checkId(String id, String field) {
    atMost(id.length(), field, limits.idLength(), "characters");
    if (idPattern != null && !idPattern.matcher(id).matches()) {
      throw InvalidRequestException.of(field, "must match " + idPattern.pattern());
    }
  }

  private void offered(Capability capability) {
    if (!capabilities.offers(capability)) {
      throw UnsupportedCapabilityException.of(capability);
    }
  }

  /** Decides without building a name for the field, which good pictures do not need. */
  private boolean isRefused(FaceImage image) {
    if (image instanceof FaceImage.Bytes content) {
      return !capabilities.offers(Capability.IMAGE_BYTES)
          || content.size() > limits.imageBytes().orElse(Long.MAX_VALUE);
    }
    FaceImage.Url address = (FaceImage.Url) image;
    return !capabilities.offers(Capability.IMAGE_URL)
        || (limits.urlLength().isPresent()
            && address.url().toASCIIString().length() > limits.urlLength().getAsInt());
  }

  private void explain(FaceImage image, String field) {
    if (image instanceof FaceImage.Bytes) {
      offered(Capability.IMAGE_BYTES);
      throw InvalidRequestException.of(
          field, "must have at most " + limits.imageBytes().orElseThrow() + " bytes");
    }
    offered(Capability.IMAGE_URL);
    throw InvalidRequestException.of(
        field,
        "must have an address of at most " + limits.urlLength().orElseThrow() + " characters");
  }

  private static void atMost(int value, String field, int most, String unit) {
    if (value > most) {
      throw InvalidRequestException.of(field, "must have at most " + most + " " + unit);
    }
  }
}
