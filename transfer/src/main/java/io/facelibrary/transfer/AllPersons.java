package io.facelibrary.transfer;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import io.facelibrary.PersonId;
import java.util.stream.Stream;

/** Lists the persons of a library, as far as it reports them. */
final class AllPersons {
  private AllPersons() {}

  /**
   * Returns each person once. A page is requested when its first person is needed.
   *
   * <p>A library that cannot list all persons is asked for its groups, and for the persons of each
   * group. Persons in no group are then missing; see {@link #areIn}.
   */
  static Stream<PersonId> of(FaceLibrary library) {
    Capabilities capabilities = library.capabilities();
    if (capabilities.offers(Capability.LIST_ALL_PERSONS)) {
      return Pages.stream(library::listPersons);
    }
    if (!capabilities.offers(Capability.NAMED_GROUPS)) {
      return personsIn(GroupId.DEFAULT, library);
    }
    return Pages.stream(library::listGroups).flatMap(group -> personsIn(group, library)).distinct();
  }

  private static Stream<PersonId> personsIn(GroupId group, FaceLibrary library) {
    return Pages.stream(page -> library.listPersons(group, page));
  }

  /** Returns whether {@link #of} returns all persons of a library with these capabilities. */
  static boolean areIn(Capabilities capabilities) {
    return capabilities.offers(Capability.LIST_ALL_PERSONS)
        || !capabilities.offers(Capability.NAMED_GROUPS)
        || !capabilities.offers(Capability.PERSONS_WITHOUT_GROUPS);
  }
}
