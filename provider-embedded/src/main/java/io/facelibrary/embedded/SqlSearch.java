package io.facelibrary.embedded;

import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.SquaredDistance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The searches of a store. A result is consistent with one moment after the search began. */
final class SqlSearch {
  private final Readers readers;

  SqlSearch(Readers readers) {
    this.readers = readers;
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
                      .withFace(FaceId.of(Long.toString(row.getLong(2)))));
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

  private static Optional<Neighbor> resolve(
      Database database, String sql, NearestNeighbors.Hit<Long> hit, List<GroupId> searched)
      throws SQLException {
    List<Object> values = new ArrayList<>(searched.size() + 1);
    values.add(Long.parseLong(hit.face().value()));
    searched.forEach(group -> values.add(group.value()));
    try (ResultSet row = database.query(sql, values.toArray())) {
      return row.next()
          ? Optional.of(
              new Neighbor(PersonId.of(row.getString(1)), hit.face(), hit.squaredDistance()))
          : Optional.empty();
    }
  }

  /**
   * Finds the persons nearest to a probe in the database. For processes that only read: the vector
   * file belongs to the writing process. The result is the same, and the search is slower.
   */
  List<Neighbor> nearest(float[] probe, List<GroupId> searched, int limit) {
    if (searched.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT person.id, face.id, vector.embedding FROM person"
            + " JOIN face ON face.person = person.number"
            + " JOIN vector ON vector.face = face.id WHERE"
            + inGroups(searched);
    return readers.read(
        database -> {
          NearestNeighbors<PersonId> nearest =
              new NearestNeighbors<>(limit, Comparator.comparing(PersonId::value), person -> true);
          Object[] groups = searched.stream().map(GroupId::value).toArray();
          try (ResultSet row = database.query(sql, groups)) {
            while (row.next()) {
              float distance = SquaredDistance.between(PersonRow.floats(row.getBytes(3)), 0, probe);
              if (nearest.isNearEnough(distance)) {
                FaceId face = FaceId.of(Long.toString(row.getLong(2)));
                nearest.offer(PersonId.of(row.getString(1)), face, distance);
              }
            }
          }
          return nearest.hits().stream()
              .map(hit -> new Neighbor(hit.person(), hit.face(), hit.squaredDistance()))
              .toList();
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
