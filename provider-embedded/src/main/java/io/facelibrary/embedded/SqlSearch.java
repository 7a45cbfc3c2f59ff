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

/** Searches in a store, whose answers are true at one moment after the search began. */
final class SqlSearch {
  private final Readers readers;

  SqlSearch(Readers readers) {
    this.readers = readers;
  }

  /** Finds whose picture is the very same. */
  List<Candidate> alike(Search request, List<GroupId> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    boolean byContent = request.image() instanceof FaceImage.Bytes;
    String sql =
        "SELECT person.id, min(face.id) FROM face JOIN person ON person.number = face.person WHERE"
            + (byContent ? " face.picture = ? AND" : " face.source = ? AND")
            + ofGroups(asked)
            + " GROUP BY person.number ORDER BY person.id LIMIT "
            + request.topK();
    List<Object> values = new ArrayList<>();
    values.add(key(request.image()));
    asked.forEach(group -> values.add(group.value()));
    return readers.read(
        database -> {
          List<Candidate> candidates = new ArrayList<>();
          try (ResultSet row = database.query(sql, values.toArray())) {
            while (row.next()) {
              candidates.add(
                  new Candidate(
                      PersonId.of(row.getString(1)),
                      FaceId.of(Long.toString(row.getLong(2))),
                      Similarity.SAME));
            }
          }
          return candidates;
        });
  }

  private static Object key(FaceImage image) {
    return image instanceof FaceImage.Bytes content
        ? ImageFiles.bytes(content.sha256())
        : ((FaceImage.Url) image).url().toString();
  }

  /** The id of a person, or nothing if it is gone. */
  String idOf(long person) {
    return readers.read(
        database -> {
          try (ResultSet row = database.query("SELECT id FROM person WHERE number = ?", person)) {
            return row.next() ? row.getString(1) : "";
          }
        });
  }

  /**
   * Says who was hit, as of one moment.
   *
   * @return for each hit the person, empty if the face or the membership is gone
   */
  List<Optional<Neighbor>> resolve(List<NearestNeighbors.Hit<Long>> hits, List<GroupId> asked) {
    if (hits.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT person.id FROM face JOIN person ON person.number = face.person"
            + " WHERE face.id = ? AND"
            + ofGroups(asked);
    return readers.read(
        database -> {
          List<Optional<Neighbor>> near = new ArrayList<>(hits.size());
          for (NearestNeighbors.Hit<Long> hit : hits) {
            near.add(resolve(database, sql, hit, asked));
          }
          return near;
        });
  }

  private static Optional<Neighbor> resolve(
      Database database, String sql, NearestNeighbors.Hit<Long> hit, List<GroupId> asked)
      throws SQLException {
    List<Object> values = new ArrayList<>(asked.size() + 1);
    values.add(Long.parseLong(hit.face().value()));
    asked.forEach(group -> values.add(group.value()));
    try (ResultSet row = database.query(sql, values.toArray())) {
      return row.next()
          ? Optional.of(
              new Neighbor(PersonId.of(row.getString(1)), hit.face(), hit.squaredDistance()))
          : Optional.empty();
    }
  }

  /**
   * Finds the persons nearest to a probe by reading the vectors of the truth: slower than the
   * mapped ones, which belong to the process that writes, and as exact.
   */
  List<Neighbor> nearest(float[] probe, List<GroupId> asked, int most) {
    if (asked.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT person.id, face.id, vector.numbers FROM person"
            + " JOIN face ON face.person = person.number"
            + " JOIN vector ON vector.face = face.id WHERE"
            + ofGroups(asked);
    return readers.read(
        database -> {
          NearestNeighbors<PersonId> nearest =
              new NearestNeighbors<>(most, Comparator.comparing(PersonId::value), person -> true);
          Object[] groups = asked.stream().map(GroupId::value).toArray();
          try (ResultSet row = database.query(sql, groups)) {
            while (row.next()) {
              float distance =
                  SquaredDistance.between(PersonRow.numbers(row.getBytes(3)), 0, probe);
              if (nearest.wants(distance)) {
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

  private static String ofGroups(List<GroupId> asked) {
    return " EXISTS (SELECT 1 FROM membership JOIN circle ON circle.number = membership.circle"
        + " WHERE membership.person = person.id AND circle.id IN ("
        + String.join(", ", Collections.nCopies(asked.size(), "?"))
        + "))";
  }
}
