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
 * Who is in which groups, by the numbers of the persons. Many are in the same groups: each such set
 * is kept once, and a person takes a few bytes.
 */
final class Memberships {
  private final LongIntMap setOf = new LongIntMap();
  private final List<Set<GroupId>> sets = new ArrayList<>(List.of(Set.of()));
  private final Map<Set<GroupId>, Integer> places = new HashMap<>(Map.of(Set.of(), 0));
  private final Map<Long, Integer> widened = new HashMap<>();

  private Memberships() {}

  static Memberships of(Database truth) throws SQLException {
    Memberships memberships = new Memberships();
    List<GroupId> groups = new ArrayList<>();
    try (ResultSet row =
        truth.query(
            "SELECT circle.id, person.number FROM circle"
                + " JOIN membership ON membership.circle = circle.number"
                + " JOIN person ON person.id = membership.person ORDER BY circle.number")) {
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

  private void add(long person, int groupPlace, GroupId group) {
    int known = Math.max(setOf.get(person), 0);
    long step = (long) known << Integer.SIZE | groupPlace;
    setOf.put(person, widened.computeIfAbsent(step, key -> place(known, group)));
  }

  private int place(int known, GroupId group) {
    Set<GroupId> wider = new LinkedHashSet<>(sets.get(known));
    wider.add(group);
    return places.computeIfAbsent(
        Set.copyOf(wider),
        added -> {
          sets.add(added);
          return sets.size() - 1;
        });
  }

  Set<GroupId> groupsOf(long person) {
    return sets.get(Math.max(setOf.get(person), 0));
  }
}
