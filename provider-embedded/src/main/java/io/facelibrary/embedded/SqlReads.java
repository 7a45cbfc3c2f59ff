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

/** What can be read of a store, each time as it is at one moment. */
record SqlReads(Readers readers, ImageFiles pictures) {
  private static final int PAGE = 1000;

  <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return readers.read(
        database -> {
          OptionalLong number = PersonRow.number(database, id);
          return number.isPresent()
              ? Optional.of(rule.apply(new PersonRow(database, pictures, id, number.getAsLong())))
              : Optional.empty();
        });
  }

  List<GroupId> groups(Optional<GroupId> after, int most) {
    return readers.read(
        database -> {
          List<GroupId> groups = new ArrayList<>();
          try (ResultSet row =
              database.query(
                  "SELECT id FROM circle WHERE id > ? ORDER BY id LIMIT ?",
                  after.map(GroupId::value).orElse(""),
                  most)) {
            while (row.next()) {
              groups.add(GroupId.of(row.getString(1)));
            }
          }
          return groups;
        });
  }

  List<PersonId> members(GroupId group, Optional<PersonId> after, int most) {
    return readers.read(
        database -> {
          List<PersonId> members = new ArrayList<>();
          try (ResultSet row =
              database.query(
                  "SELECT person FROM membership"
                      + " WHERE circle = (SELECT number FROM circle WHERE id = ?)"
                      + " AND person > ? ORDER BY person LIMIT ?",
                  group.value(),
                  after.map(PersonId::value).orElse(""),
                  most)) {
            while (row.next()) {
              members.add(PersonId.of(row.getString(1)));
            }
          }
          return members;
        });
  }

  Optional<LocalDate> since(GroupId group) {
    return readers.read(
        database -> {
          try (ResultSet row =
              database.query("SELECT since FROM circle WHERE id = ?", group.value())) {
            return row.next()
                ? Optional.of(LocalDate.ofEpochDay(row.getLong(1)))
                : Optional.<LocalDate>empty();
          }
        });
  }

  /** Hands over every person, page by page, so that no snapshot is held meanwhile. */
  void forEachPerson(Consumer<PersonId> each) {
    long[] last = {0};
    List<PersonId> page;
    do {
      page = readers.read(database -> personsAfter(database, last));
      page.forEach(each);
    } while (page.size() == PAGE);
  }

  private static List<PersonId> personsAfter(Database database, long[] last) throws SQLException {
    List<PersonId> persons = new ArrayList<>(PAGE);
    try (ResultSet row =
        database.query(
            "SELECT number, id FROM person WHERE number > ? ORDER BY number LIMIT ?",
            last[0],
            PAGE)) {
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
