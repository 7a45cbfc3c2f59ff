package io.facelibrary.embedded;

import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
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

/** The searches of a store. A result is consistent with one moment after the search began. */
final class SqlSearch {
  private final Readers readers;
  private final FaceKeys keys;

  SqlSearch(Readers readers, FaceKeys keys) {
    this.readers = readers;
    this.keys = keys;
  }

  /** Finds the persons with exactly this image. */
  List<Candidate> exactMatches(Search request, List<GroupId> searched) {
    if (searched.isEmpty()) {
      return List.of();
    }
    boolean byContent = request.probe() instanceof FaceImage.Bytes;
    String sql =
        "SELECT person.id, min(face.id) FROM face JOIN person ON person.number = face.person WHERE"
            + (byContent ? " face.image = ? AND" : " face.source = ? AND")
            + inGroups(searched)
            + " GROUP BY person.number ORDER BY person.id LIMIT "
            + request.topK();
    List<Object> values = new ArrayList<>();
    values.add(keyOf((FaceImage) request.probe()));
    searched.forEach(group -> values.add(group.value()));
    return readers.read(
        database -> {
          List<Candidate> candidates = new ArrayList<>();
          try (ResultSet row = database.query(sql, values.toArray())) {
            while (row.next()) {
              candidates.add(
                  Candidate.of(PersonId.of(row.getString(1)), Similarity.SAME)
                      .withFace(keys.id(row.getLong(2))));
            }
          }
          return candidates;
        });
  }

  private static Object keyOf(FaceImage image) {
    return image instanceof FaceImage.Bytes content
        ? ImageFiles.bytes(content.sha256())
        : ((FaceImage.Url) image).url().toString();
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
