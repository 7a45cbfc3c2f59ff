package io.facelibrary.embedded;

import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** The reads of a store. Each uses a consistent snapshot. */
record SqlReads(Readers readers, ImageFiles images) {
  private static final int PAGE_SIZE = 1000;

  <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return readers.read(
        database -> {
          OptionalLong number = PersonRow.number(database, id);
          return number.isPresent()
              ? Optional.of(rule.apply(new PersonRow(database, images, id, number.getAsLong())))
              : Optional.empty();
        });
  }

  List<GroupId> groups(Optional<GroupId> after, int limit) {
    return readers.read(
        database -> {
          List<GroupId> groups = new ArrayList<>();
          try (ResultSet row =
              database.query(
                  "SELECT id FROM person_group WHERE id > ? ORDER BY id LIMIT ?",
                  after.map(GroupId::value).orElse(""),
                  limit)) {
            while (row.next()) {
              groups.add(GroupId.of(row.getString(1)));
            }
          }
          return groups;
        });
  }

  List<PersonId> members(GroupId group, Optional<PersonId> after, int limit) {
    return readers.read(
        database -> {
          List<PersonId> members = new ArrayList<>();
          try (ResultSet row =
              database.query(
                  "SELECT person FROM membership"
                      + " WHERE person_group = (SELECT number FROM person_group WHERE id = ?)"
                      + " AND person > ? ORDER BY person LIMIT ?",
                  group.value(),
                  after.map(PersonId::value).orElse(""),
                  limit)) {
            while (row.next()) {
              members.add(PersonId.of(row.getString(1)));
            }
          }
          return members;
        });
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

  /** Passes every person. Reads page by page, so that no snapshot is open for long. */
  void forEachPerson(Consumer<PersonId> action) {
    long[] last = {0};
    List<PersonId> page;
    do {
      page = readers.read(database -> personsAfter(database, last));
      page.forEach(action);
    } while (page.size() == PAGE_SIZE);
  }

  private static List<PersonId> personsAfter(Database database, long[] last) throws SQLException {
    List<PersonId> persons = new ArrayList<>(PAGE_SIZE);
    try (ResultSet row =
        database.query(
            "SELECT number, id FROM person WHERE number > ? ORDER BY number LIMIT ?",
            last[0],
            PAGE_SIZE)) {
      while (row.next()) {
        last[0] = row.getLong(1);
        persons.add(PersonId.of(row.getString(2)));
      }
    }
    return persons;
  }

  long identity() {
    return readers.read(Schema::identity);
  }
}
