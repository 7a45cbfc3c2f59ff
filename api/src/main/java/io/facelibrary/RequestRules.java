package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds requests against what a library offers and limits, as far as requests alone can tell. */
final class RequestRules {
  private final Capabilities capabilities;
  private final Limits limits;
  private final @Nullable Pattern idPattern;

  RequestRules(Capabilities capabilities) {
    this.capabilities = capabilities;
    this.limits = capabilities.limits();
    this.idPattern = limits.idPattern().map(Pattern::compile).orElse(null);
  }

  void check(AddFaces request) {
    check(Checks.present(request, "request").person());
    List<FaceImage> images = request.images();
    atMost(images.size(), "images", limits.imagesPerCall().orElse(Integer.MAX_VALUE), "images");
    for (int i = 0; i < images.size(); i++) {
      if (isRefused(images.get(i))) {
        explain(images.get(i), "images[" + i + "]");
      }
    }
  }

  void check(DeleteFaces request) {
    check(Checks.present(request, "request").person());
  }

  void check(QueryFaces request) {
    check(Checks.present(request, "request").person());
  }

  void check(AddPerson request) {
    check(Checks.present(request, "request").person());
    checkGroups(request.groups());
  }

  void check(UpdatePerson request) {
    check(Checks.present(request, "request").person());
  }

  void check(PersonId person) {
    checkId(Checks.present(person, "person").value(), "personId");
  }

  Set<GroupId> checked(Set<GroupId> groups) {
    Set<GroupId> copy = Checks.nonEmptySet(groups, "groups");
    checkGroups(copy);
    return copy;
  }

  void check(PageRequest page) {
    offered(Capability.LIST_GROUPS);
    Checks.present(page, "page");
  }

  void check(GroupId group, PageRequest page) {
    offered(Capability.LIST_PERSONS);
    checkId(Checks.present(group, "group").value(), "groupId");
    Checks.present(page, "page");
  }

  void check(Search request) {
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
    if (image instanceof FaceImage.InMemory content) {
      return !capabilities.offers(Capability.IMAGE_BYTES)
          || content.size() > limits.imageBytes().orElse(Long.MAX_VALUE);
    }
    FaceImage.AtUrl address = (FaceImage.AtUrl) image;
    return !capabilities.offers(Capability.IMAGE_URL)
        || (limits.urlLength().isPresent()
            && address.url().toASCIIString().length() > limits.urlLength().getAsInt());
  }

  private void explain(FaceImage image, String field) {
    if (image instanceof FaceImage.InMemory) {
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
