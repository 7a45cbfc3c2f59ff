package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
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
    refuse("person", capabilities.limits().refusal(person));
    return person;
  }

  /** As {@link #person}, for groups. */
  Set<GroupId> groups(Set<String> ids) {
    Set<GroupId> groups = new LinkedHashSet<>();
    for (String id : ids) {
      GroupId group = GroupId.of(id);
      refuse("group", capabilities.limits().refusal(group));
      groups.add(group);
    }
    return groups;
  }

  private static void refuse(String field, Optional<String> rule) {
    if (rule.isPresent()) {
      throw InvalidRequestException.of(field, rule.get());
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
    return capabilities.refusal(face.image().get()).map(rule -> "the image " + rule);
  }

  /** Returns why a person may not have this many faces; empty if it may. */
  Optional<String> full(int faces) {
    OptionalInt most = capabilities.limits().facesPerPerson();
    return most.isPresent() && faces > most.getAsInt()
        ? Optional.of("the person may have at most " + most.getAsInt() + " faces")
        : Optional.empty();
  }
}
