package io.facelibrary.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person on its way, or some of its faces: a person may come several times.
 *
 * @param id as the source spells it, which the library may refuse
 * @param groups as the source spells them
 * @param isExact whether the groups are all that the person is to be in; else those it is in stay,
 *     and one in none comes into the default group
 */
record PersonToCopy(
    String id,
    Set<String> groups,
    Optional<String> name,
    Optional<String> note,
    boolean isExact,
    List<FaceToCopy> faces) {}
