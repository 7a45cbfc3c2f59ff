package io.facelibrary.embedded;

import io.facelibrary.PersonId;
import io.facelibrary.engine.NearestNeighbors;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.SquaredDistance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares the probes of a search with faces that are read from the database. */
final class SqlScan {
  private final NearestQuery query;
  private final FaceKeys keys;
  private final List<NearestNeighbors<PersonId>> nearest = new ArrayList<>();
  private long compared;

  SqlScan(NearestQuery query, FaceKeys keys) {
    this.query = query;
    this.keys = keys;
    for (int i = 0; i < query.probes().size(); i++) {
      // The number of faces, and so the bound, is known only at the end.
      nearest.add(
          new NearestNeighbors<>(
              query.most(),
              Double.POSITIVE_INFINITY,
              Comparator.comparing(PersonId::value),
              person -> true));
    }
  }

  /** Compares the rows of a statement: id of the person, key of the face, embedding. */
  void compare(Database database, String sql, List<Object> values) throws SQLException {
    try (ResultSet row = database.query(sql, values.toArray())) {
      while (row.next()) {
        compared++;
        float[] embedding = PersonRow.floats(row.getBytes(3));
        for (int i = 0; i < nearest.size(); i++) {
          float distance = SquaredDistance.between(embedding, 0, query.probes().get(i));
          if (nearest.get(i).isNearEnough(distance)) {
            nearest.get(i).offer(PersonId.of(row.getString(1)), keys.id(row.getLong(2)), distance);
          }
        }
      }
    }
  }

  Neighbors result() {
    double bound = query.bound().applyAsDouble(compared);
    return new Neighbors(
        nearest.stream()
            .map(
                it ->
                    it.hits().stream()
                        .filter(hit -> hit.squaredDistance() <= bound)
                        .map(hit -> new Neighbor(hit.person(), hit.face(), hit.squaredDistance()))
                        .toList())
            .toList(),
        compared);
  }
}
