package io.facelibrary.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person of a source with some or all of its faces. A source may yield a person several times.
 *
 * @param id as written in the source; the library may refuse it
 * @param groups as written in the source
 * @param isExact whether a new person is added to exactly these groups, even if there are none. If
 *     not, a new person without groups is put into the default group. An existing person stays in
 *     its groups.
 */
record PersonToCopy(
    String id,
    Set<String> groups,
    Optional<String> name,
    Optional<String> note,
    boolean isExact,
    List<FaceToCopy> faces) {}
