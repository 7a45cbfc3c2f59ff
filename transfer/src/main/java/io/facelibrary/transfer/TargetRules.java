package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The declared capabilities and limits of a library, checked before a call is made. A plan reports
 * the same refusals as a run.
 */
record TargetRules(Capabilities capabilities) {

  private Limits limits() {
    return capabilities.limits();
  }

  boolean hasPersonsWithoutFaces() {
    return capabilities.offers(Capability.PERSONS_WITHOUT_FACES);
  }

  /** Returns whether a person may have an image twice. */
  boolean hasSameImageTwice() {
    return capabilities.offers(Capability.SAME_IMAGE_TWICE);
  }

  /** Returns whether a query sees every earlier write. */
  boolean hasConsistentQueries() {
    return capabilities.offers(Capability.CONSISTENT_QUERIES);
  }

  /**
   * Returns the id that a source spells.
   *
   * @throws InvalidRequestException if the library would refuse it
   */
  PersonId person(String id) {
    PersonId person = PersonId.of(id);
    refuse("person", limits().refusal(person));
    return person;
  }

  /** As {@link #person}, for groups. */
  Set<GroupId> groups(Set<String> ids) {
    Set<GroupId> groups = new LinkedHashSet<>();
    for (String id : ids) {
      GroupId group = GroupId.of(id);
      if (!group.equals(GroupId.DEFAULT) && !capabilities.offers(Capability.NAMED_GROUPS)) {
        throw InvalidRequestException.of(
            "group", "must be " + GroupId.DEFAULT + ": the library has no other group");
      }
      refuse("group", limits().refusal(group));
      groups.add(group);
    }
    return groups;
  }

  /**
   * Checks a person who is not in the library.
   *
   * @param groups the groups of the person; empty for a person in no group
   * @throws InvalidRequestException if the library cannot have the person as it is in the source
   */
  void checkNew(PersonToCopy wanted, Set<GroupId> groups) {
    checkText("name", wanted.name(), limits().nameLength());
    checkText("note", wanted.note(), limits().noteLength());
    checkNumberOfGroups(groups);
    if (wanted.isExact() && groups.isEmpty() && !hasPersonsWithoutGroups()) {
      throw InvalidRequestException.of(
          "groups", "must not be empty: the library has no persons in no group");
    }
    if (wanted.faces().isEmpty() && !hasPersonsWithoutFaces()) {
      throw InvalidRequestException.of(
          "faces", "must not be empty: the library has no persons without faces");
    }
  }

  /**
   * Checks a person who is in the library.
   *
   * @param missing the groups that the person has to join
   * @throws InvalidRequestException if the library would not let the person join the groups
   */
  void checkKnown(Person known, Set<GroupId> missing) {
    if (missing.isEmpty()) {
      return;
    }
    if (!capabilities.offers(Capability.REGROUPING)) {
      throw InvalidRequestException.of(
          "groups", "must be those of the person in the library, who cannot join others");
    }
    Set<GroupId> all = new LinkedHashSet<>(known.groups());
    all.addAll(missing);
    checkNumberOfGroups(all);
  }

  private boolean hasPersonsWithoutGroups() {
    // A person is added to a group and leaves it.
    return capabilities.offers(Capability.PERSONS_WITHOUT_GROUPS)
        && capabilities.offers(Capability.REGROUPING)
        && capabilities.offers(Capability.NAMED_GROUPS);
  }

  private void checkNumberOfGroups(Set<GroupId> groups) {
    OptionalInt most = limits().groupsPerPerson();
    if (most.isPresent() && groups.size() > most.getAsInt()) {
      throw InvalidRequestException.of(
          "groups", "must have at most " + most.getAsInt() + " groups");
    }
  }

  private static void checkText(String field, Optional<String> text, int most) {
    if (text.isPresent() && text.get().length() > most) {
      throw InvalidRequestException.of(
          field,
          most == 0
              ? "must be empty: the library does not keep it"
              : "must have at most " + most + " characters");
    }
  }

  private static void refuse(String field, Optional<String> rule) {
    if (rule.isPresent()) {
      throw InvalidRequestException.of(field, rule.get());
    }
  }

  /** Returns why the library would not accept a face; empty if it would. */
  Optional<String> refusal(ArchivedFace face, boolean takesEmbeddings) {
    if (takesEmbeddings && face.embedding().isPresent()) {
      // The library keeps the image without reading it, so only the limits apply.
      return face.image().flatMap(limits()::refusal).map(TargetRules::ofImage);
    }
    if (face.image().isEmpty()) {
      return Optional.of("the source has neither an image nor a URL for it");
    }
    return refusal(face.image().get());
  }

  /** Returns why the library would not accept an image; empty if it would. */
  Optional<String> refusal(FaceImage image) {
    return capabilities.refusal(image).map(TargetRules::ofImage);
  }

  private static String ofImage(String rule) {
    return "the image " + rule;
  }

  /** Returns why a person may not have this many faces; empty if it may. */
  Optional<String> full(int faces) {
    OptionalInt most = limits().facesPerPerson();
    return most.isPresent() && faces > most.getAsInt()
        ? Optional.of("the person may have at most " + most.getAsInt() + " faces")
        : Optional.empty();
  }
}
