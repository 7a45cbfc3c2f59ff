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

/** What a library takes, as far as it says so before it is asked. */
record TargetRules(Capabilities capabilities) {

  /** Turns a text of the source into an id, or says why the library would refuse it. */
  PersonId person(String text) {
    PersonId person = PersonId.of(text);
    check(text, "person");
    return person;
  }

  Set<GroupId> groups(Set<String> texts) {
    Set<GroupId> groups = new LinkedHashSet<>();
    for (String text : texts) {
      groups.add(GroupId.of(text));
      check(text, "group");
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

  /** Why the library would not take a face, if it would not. */
  Optional<String> refusal(ArchivedFace face, boolean takesEmbeddings) {
    if (takesEmbeddings && face.embedding().isPresent()) {
      return Optional.empty();
    }
    if (face.image().isEmpty()) {
      return Optional.of("neither a picture nor an address came with it");
    }
    if (face.image().get() instanceof FaceImage.Bytes content) {
      if (!capabilities.offers(Capability.IMAGE_BYTES)) {
        return Optional.of("the library takes no pictures by content");
      }
      long most = capabilities.limits().imageBytes().orElse(FaceImage.MAX_BYTES);
      return content.size() > most
          ? Optional.of("the picture must have at most " + most + " bytes")
          : Optional.empty();
    }
    if (!capabilities.offers(Capability.IMAGE_URL)) {
      return Optional.of("the library takes no pictures by address");
    }
    int most = capabilities.limits().urlLength().orElse(FaceImage.Url.MAX_LENGTH);
    String address = ((FaceImage.Url) face.image().get()).url().toASCIIString();
    return address.length() > most
        ? Optional.of("the address must have at most " + most + " characters")
        : Optional.empty();
  }

  /** Why a person may not hold so many faces, if it may not. */
  Optional<String> full(int faces) {
    OptionalInt most = capabilities.limits().facesPerPerson();
    return most.isPresent() && faces > most.getAsInt()
        ? Optional.of("the person may hold at most " + most.getAsInt() + " faces")
        : Optional.empty();
  }
}
