package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups of each person, by the person's number. Equal sets of groups are stored once, so that
 * a person takes a few bytes.
 */
final class Memberships {
  private final LongIntMap setOf = new LongIntMap();
  private final List<Set<GroupId>> sets = new ArrayList<>(List.of(Set.of()));
  private final Map<Set<GroupId>, Integer> indexOf = new HashMap<>(Map.of(Set.of(), 0));
  private final Map<Long, Integer> extended = new HashMap<>();

  private Memberships() {}

  static Memberships read(Database database) throws SQLException {
    Memberships memberships = new Memberships();
    List<GroupId> groups = new ArrayList<>();
    try (ResultSet row =
        database.query(
            "SELECT person_group.id, person.number FROM person_group"
                + " JOIN membership ON membership.person_group = person_group.number"
                + " JOIN person ON person.id = membership.person ORDER BY person_group.number")) {
      while (row.next()) {
        GroupId group = GroupId.of(row.getString(1));
        if (groups.isEmpty() || !groups.get(groups.size() - 1).equals(group)) {
          groups.add(group);
        }
        memberships.add(row.getLong(2), groups.size() - 1, group);
      }
    }
    return memberships;
  }

  private void add(long person, int groupIndex, GroupId group) {
    int known = Math.max(setOf.get(person), 0);
    long step = (long) known << Integer.SIZE | groupIndex;
    setOf.put(person, extended.computeIfAbsent(step, key -> extend(known, group)));
  }

  private int extend(int known, GroupId group) {
    Set<GroupId> larger = new LinkedHashSet<>(sets.get(known));
    larger.add(group);
    return indexOf.computeIfAbsent(
        Set.copyOf(larger),
        added -> {
          sets.add(added);
          return sets.size() - 1;
        });
  }

  Set<GroupId> groupsOf(long person) {
    return sets.get(Math.max(setOf.get(person), 0));
  }
}
