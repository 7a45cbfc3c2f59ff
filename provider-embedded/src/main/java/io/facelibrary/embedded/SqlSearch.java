package io.facelibrary.embedded;

import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.Neighbors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The searches of a store. A result is consistent with one moment after the search began. */
final class SqlSearch {
  private final Readers readers;
  private final FaceKeys keys;

  SqlSearch(Readers readers, FaceKeys keys) {
    this.readers = readers;
    this.keys = keys;
  }

  /**
   * Finds the persons with exactly the image of a request.
   *
   * @return empty if the face of the request is not in the library
   */
  Optional<List<Candidate>> exactMatches(Search request, List<GroupId> searched) {
    return readers.read(
        database -> {
          Optional<ImageKey> image = imageKey(database, request.probe());
          return image.isEmpty()
              ? Optional.<List<Candidate>>empty()
              : Optional.of(exactMatches(database, image.get(), request, searched));
        });
  }

  /** The column of the database that identifies an image, and its value. */
  private record ImageKey(String column, Object value) {}

  private Optional<ImageKey> imageKey(Database database, Probe probe) throws SQLException {
    if (probe instanceof FaceImage.Bytes content) {
      return Optional.of(new ImageKey("image", ImageFiles.bytes(content.sha256())));
    }
    if (probe instanceof FaceImage.Url url) {
      return Optional.of(new ImageKey("source", url.url().toString()));
    }
    KnownFace known = (KnownFace) probe;
    OptionalLong key = keys.key(known.face());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try (ResultSet row =
        database.query(
            "SELECT face.image, face.source FROM face JOIN person ON person.number = face.person"
                + " WHERE face.id = ? AND person.id = ?",
            key.getAsLong(),
            known.person().value())) {
      if (!row.next()) {
        return Optional.empty();
      }
      String source = row.getString(2);
      return Optional.of(
          source == null ? new ImageKey("image", row.getBytes(1)) : new ImageKey("source", source));
    }
  }

  private List<Candidate> exactMatches(
      Database database, ImageKey image, Search request, List<GroupId> searched)
      throws SQLException {
    List<Candidate> candidates = new ArrayList<>();
    if (searched.isEmpty()) {
      return candidates;
    }
    String sql =
        "SELECT person.id, min(face.id) FROM face JOIN person ON person.number = face.person WHERE"
            + (" face." + image.column() + " = ? AND")
            + inGroups(searched)
            + among(request.persons())
            + " GROUP BY person.number ORDER BY person.id LIMIT "
            + request.topK();
    List<Object> values = new ArrayList<>();
    values.add(image.value());
    searched.forEach(group -> values.add(group.value()));
    request.persons().forEach(person -> values.add(person.value()));
    try (ResultSet row = database.query(sql, values.toArray())) {
      while (row.next()) {
        candidates.add(
            Candidate.of(PersonId.of(row.getString(1)), Similarity.SAME)
                .withFace(keys.id(row.getLong(2))));
      }
    }
    return candidates;
  }

  private static String among(Set<PersonId> persons) {
    return persons.isEmpty()
        ? ""
        : " AND person.id IN (" + String.join(", ", Collections.nCopies(persons.size(), "?")) + ")";
  }

  /** Returns the id of a person; an empty string if the person was deleted. */
  String idOf(long person) {
    return readers.read(
        database -> {
          try (ResultSet row = database.query("SELECT id FROM person WHERE number = ?", person)) {
            return row.next() ? row.getString(1) : "";
          }
        });
  }

  /**
   * Looks up the persons of hits in one snapshot.
   *
   * @param hits with the keys of faces instead of their ids
   * @return one element per hit; empty if the face was deleted or the person left the groups
   */
  List<Optional<Neighbor>> resolve(List<NearestNeighbors.Hit<Long>> hits, List<GroupId> searched) {
    if (hits.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT person.id FROM face JOIN person ON person.number = face.person"
            + " WHERE face.id = ? AND"
            + inGroups(searched);
    return readers.read(
        database -> {
          List<Optional<Neighbor>> neighbors = new ArrayList<>(hits.size());
          for (NearestNeighbors.Hit<Long> hit : hits) {
            neighbors.add(resolve(database, sql, hit, searched));
          }
          return neighbors;
        });
  }

  private Optional<Neighbor> resolve(
      Database database, String sql, NearestNeighbors.Hit<Long> hit, List<GroupId> searched)
      throws SQLException {
    long key = Long.parseLong(hit.face().value());
    List<Object> values = new ArrayList<>(searched.size() + 1);
    values.add(key);
    searched.forEach(group -> values.add(group.value()));
    try (ResultSet row = database.query(sql, values.toArray())) {
      return row.next()
          ? Optional.of(
              new Neighbor(PersonId.of(row.getString(1)), keys.id(key), hit.squaredDistance()))
          : Optional.empty();
    }
  }

  /**
   * Finds the persons nearest to each probe in the database. For searches among few persons, and
   * for processes that only read: the vector file belongs to the writing process. The result is the
   * same, and comparing a face is slower.
   */
  Neighbors nearest(NearestQuery query) {
    if (query.groups().isEmpty()) {
      return new Neighbors(query.probes().stream().map(probe -> List.<Neighbor>of()).toList(), 0);
    }
    SqlScan scan = new SqlScan(query, keys);
    String sql =
        "SELECT person.id, face.id, vector.embedding FROM person"
            + " JOIN face ON face.person = person.number"
            + " JOIN vector ON vector.face = face.id WHERE"
            + inGroups(query.groups());
    List<Object> values = new ArrayList<>();
    query.groups().forEach(group -> values.add(group.value()));
    return readers.read(
        database -> {
          if (query.persons().isEmpty()) {
            scan.compare(database, sql, values);
          } else {
            for (PersonId person : query.persons().get()) {
              List<Object> withPerson = new ArrayList<>(values);
              withPerson.add(person.value());
              scan.compare(database, sql + " AND person.id = ?", withPerson);
            }
          }
          return scan.result();
        });
  }

  private static String inGroups(List<GroupId> searched) {
    return " EXISTS (SELECT 1 FROM membership"
        + " JOIN person_group ON person_group.number = membership.person_group"
        + " WHERE membership.person = person.id AND person_group.id IN ("
        + String.join(", ", Collections.nCopies(searched.size(), "?"))
        + "))";
  }
}
