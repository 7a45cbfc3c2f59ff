package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reads of a store. Each uses a consistent snapshot. */
record SqlReads(Readers readers, ImageFiles images, FaceKeys keys) {
  <T> Optional<T> read(PersonId id, Function<PersonSnapshot, T> function) {
    return readers.read(database -> find(database, id).map(function));
  }

  Map<PersonId, PersonSnapshot> read(Collection<PersonId> asked, Reads reads) {
    return readers.read(
        database -> {
          Map<PersonId, PersonSnapshot> found = new LinkedHashMap<>();
          for (PersonId id : asked) {
            find(database, id)
                .ifPresent(person -> found.put(id, PersonSnapshot.copyOf(person, reads)));
          }
          return found;
        });
  }

  private Optional<PersonRow> find(Database database, PersonId id) throws SQLException {
    return PersonRow.find(database, images, keys, id);
  }

  List<GroupId> groups(Optional<GroupId> after, int most) {
    return readers.read(
        database -> {
          List<GroupId> groups = new ArrayList<>();
          try (ResultSet row =
              database.query(
                  "SELECT id FROM person_group WHERE id > ? ORDER BY id LIMIT ?",
                  after.map(GroupId::value).orElse(""),
                  most)) {
            while (row.next()) {
              groups.add(GroupId.of(row.getString(1)));
            }
          }
          return groups;
        });
  }

  List<PersonId> persons(Optional<GroupId> in, Optional<PersonId> after, int most) {
    String last = after.map(PersonId::value).orElse("");
    return readers.read(
        database ->
            in.isPresent() ? members(database, in.get(), last, most) : all(database, last, most));
  }

  private static List<PersonId> members(Database database, GroupId group, String after, int most)
      throws SQLException {
    try (ResultSet row =
        database.query(
            "SELECT person FROM membership"
                + " WHERE person_group = (SELECT number FROM person_group WHERE id = ?)"
                + " AND person > ? ORDER BY person LIMIT ?",
            group.value(),
            after,
            most)) {
      return persons(row);
    }
  }

  private static List<PersonId> all(Database database, String after, int most) throws SQLException {
    try (ResultSet row =
        database.query("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?", after, most)) {
      return persons(row);
    }
  }

  private static List<PersonId> persons(ResultSet row) throws SQLException {
    List<PersonId> persons = new ArrayList<>();
    while (row.next()) {
      persons.add(PersonId.of(row.getString(1)));
    }
    return persons;
  }

  LibraryInfo counts() {
    return readers.read(
        database ->
            LibraryInfo.unknown()
                .withPersons(database.number("SELECT count(*) FROM person"))
                .withFaces(database.number("SELECT count(*) FROM face"))
                .withGroups(database.number("SELECT count(*) FROM person_group")));
  }

  Optional<LocalDate> creationDay(GroupId group) {
    return readers.read(
        database -> {
          try (ResultSet row =
              database.query("SELECT since FROM person_group WHERE id = ?", group.value())) {
            return row.next()
                ? Optional.of(LocalDate.ofEpochDay(row.getLong(1)))
                : Optional.<LocalDate>empty();
          }
        });
  }
}
