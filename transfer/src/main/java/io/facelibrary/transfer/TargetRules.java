package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The declared limits of a library, checked before a call is made. */
record TargetRules(Capabilities capabilities) {

  /**
   * Returns the id that a source spells.
   *
   * @throws InvalidRequestException if the library would refuse it
   */
  PersonId person(String id) {
    PersonId person = PersonId.of(id);
    check(id, "person");
    return person;
  }

  /** As {@link #person}, for groups. */
  Set<GroupId> groups(Set<String> ids) {
    Set<GroupId> groups = new LinkedHashSet<>();
    for (String id : ids) {
      groups.add(GroupId.of(id));
      check(id, "group");
    }
    return groups;
  }

  private void check(String id, String field) {
    Limits limits = capabilities.limits();
    if (id.length() > limits.idLength()) {
      throw InvalidRequestException.of(
          field, "must have at most " + limits.idLength() + " characters");
    }
    if (limits.idPattern().isPresent() && !id.matches(limits.idPattern().get())) {
      throw InvalidRequestException.of(field, "must match " + limits.idPattern().get());
    }
  }

  /** Returns why the library would not accept a face; empty if it would. */
  Optional<String> refusal(ArchivedFace face, boolean takesEmbeddings) {
    if (takesEmbeddings && face.embedding().isPresent()) {
      return Optional.empty();
    }
    if (face.image().isEmpty()) {
      return Optional.of("the source has neither an image nor a URL for it");
    }
    if (face.image().get() instanceof FaceImage.Bytes bytes) {
      if (!capabilities.offers(Capability.IMAGE_BYTES)) {
        return Optional.of("the library does not accept images as bytes");
      }
      long most = capabilities.limits().imageBytes().orElse(FaceImage.MAX_BYTES);
      return bytes.size() > most
          ? Optional.of("the image must have at most " + most + " bytes")
          : Optional.empty();
    }
    if (!capabilities.offers(Capability.IMAGE_URL)) {
      return Optional.of("the library does not accept URLs of images");
    }
    int most = capabilities.limits().urlLength().orElse(FaceImage.Url.MAX_LENGTH);
    String url = ((FaceImage.Url) face.image().get()).url().toASCIIString();
    return url.length() > most
        ? Optional.of("the URL must have at most " + most + " characters")
        : Optional.empty();
  }

  /** Returns why a person may not have this many faces; empty if it may. */
  Optional<String> full(int faces) {
    OptionalInt most = capabilities.limits().facesPerPerson();
    return most.isPresent() && faces > most.getAsInt()
        ? Optional.of("the person may have at most " + most.getAsInt() + " faces")
        : Optional.empty();
  }
}
