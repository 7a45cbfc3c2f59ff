package io.facelibrary.embedded;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Changes a person within a transaction. The other files are updated after the commit. */
final class PersonRowWriter {
  private final Transaction transaction;
  private final Database database;
  private final PersonRow person;
  private final FaceKeys keys;
  private final long number;
  private final CommitFollower follower;
  private final long today;
  private Optional<Set<GroupId>> memberships = Optional.empty();

  /**
   * Prepares a change.
   *
   * @param person the person as this transaction reads it
   */
  PersonRowWriter(
      Transaction transaction,
      PersonRow person,
      FaceKeys keys,
      CommitFollower follower,
      long today) {
    this.transaction = transaction;
    this.database = transaction.database();
    this.person = person;
    this.number = person.number();
    this.keys = keys;
    this.follower = follower;
    this.today = today;
  }

  /** Makes a change. If it fails, the caller must undo all statements of the transaction. */
  void make(PersonChange change) {
    if (change.forget()) {
      delete();
      return;
    }
    if (!change.join().isEmpty()) {
      join(change.join());
    }
    if (!change.leave().isEmpty()) {
      leave(change.leave());
    }
    change.name().ifPresent(it -> set("UPDATE person SET name = ? WHERE number = ?", it));
    change.note().ifPresent(it -> set("UPDATE person SET note = ? WHERE number = ?", it));
    change.delete().forEach(this::delete);
    change.add().forEach(this::add);
  }

  private void set(String sql, String text) {
    transaction.markErasing();
    update(sql, text, number);
  }

  private void join(Set<GroupId> groups) {
    List<Long> faces = indexedFaces();
    transaction.afterCommit(() -> follower.joinGroups(faces, groups));
    memberships = Optional.empty();
    for (GroupId group : groups) {
      try {
        if (database.number("SELECT count(*) FROM person_group WHERE id = ?", group.value()) == 0) {
          database.update(
              "INSERT INTO person_group (id, since) VALUES (?, ?)", group.value(), today);
        }
      } catch (SQLException e) {
        throw failure(e, Schema.GROUPS_FULL);
      }
      update(
          "INSERT INTO membership (person_group, person)"
              + " SELECT number, ? FROM person_group WHERE id = ? ON CONFLICT DO NOTHING",
          person.id().value(),
          group.value());
    }
  }

  private void leave(Set<GroupId> groups) {
    transaction.markErasing();
    List<Long> faces = indexedFaces();
    transaction.afterCommit(() -> follower.leaveGroups(faces, groups));
    memberships = Optional.empty();
    for (GroupId group : groups) {
      update(
          "DELETE FROM membership WHERE person = ?"
              + " AND person_group = (SELECT number FROM person_group WHERE id = ?)",
          person.id().value(),
          group.value());
    }
  }

  /** The groups in the search index; none in a library without a model. */
  private Set<GroupId> indexedGroups() {
    if (follower.dimensions() == 0) {
      return Set.of();
    }
    Set<GroupId> known = memberships.orElseGet(person::groups);
    memberships = Optional.of(known);
    return known;
  }

  private List<Long> indexedFaces() {
    return follower.dimensions() == 0 ? List.of() : faceKeys();
  }

  private List<Long> faceKeys() {
    List<Long> faces = new ArrayList<>();
    try (ResultSet row = database.query("SELECT id FROM face WHERE person = ?", number)) {
      while (row.next()) {
        faces.add(row.getLong(1));
      }
      return faces;
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  private void add(NewFace face) {
    Optional<float[]> vector = face.embedding().map(FaceEmbedding::toArray);
    if (vector.isPresent() && vector.get().length != follower.dimensions()) {
      throw InvalidRequestException.of(
          "embedding", "must have " + follower.dimensions() + " dimensions");
    }
    long id = keys.key(face.id()).orElseThrow();
    Object source = Database.Absent.ABSENT;
    Object sha256 = Database.Absent.ABSENT;
    int kept = 0;
    FaceImage image = face.image().orElse(null);
    if (image instanceof FaceImage.Url url) {
      source = url.url().toString();
    } else if (image instanceof FaceImage.Bytes bytes) {
      sha256 = ImageFiles.bytes(bytes.sha256());
      kept = follower.keepsImages() ? 1 : 0;
    }
    try {
      database.update(
          "INSERT INTO face (id, person, source, image, kept, place) VALUES (?, ?, ?, ?, ?,"
              + " (SELECT ifnull(max(place), 0) + 1 FROM face WHERE person = ?))",
          id,
          number,
          source,
          sha256,
          kept,
          number);
    } catch (SQLException e) {
      throw failure(e, Schema.FACES_FULL);
    }
    vector.ifPresent(floats -> addVector(id, bytes(floats)));
  }

  private void addVector(long face, byte[] vector) {
    update("INSERT INTO vector (face, embedding) VALUES (?, ?)", face, vector);
    Set<GroupId> groups = indexedGroups();
    transaction.afterCommit(() -> follower.addVector(face, number, vector, groups));
  }

  private void delete(FaceId face) {
    transaction.markErasing();
    OptionalLong id = keys.key(face);
    List<String> images = new ArrayList<>(1);
    try {
      if (id.isEmpty() || !deleteRow(id.getAsLong(), images)) {
        return;
      }
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
    follower.removeUnreferenced(transaction, images);
    Set<GroupId> groups = indexedGroups();
    transaction.afterCommit(() -> follower.removeVectors(List.of(id.getAsLong()), groups));
  }

  /** Deletes the row of a face, and adds its image to the list. Returns false if it is missing. */
  private boolean deleteRow(long id, List<String> images) throws SQLException {
    try (ResultSet row =
        database.query("SELECT image, kept FROM face WHERE id = ? AND person = ?", id, number)) {
      if (!row.next()) {
        return false;
      }
      if (row.getInt(2) == 1) {
        images.add(ImageFiles.name(row.getBytes(1)));
      }
    }
    database.update("DELETE FROM face WHERE id = ?", id);
    return true;
  }

  private void delete() {
    transaction.markErasing();
    List<String> images = new ArrayList<>();
    List<Long> faces = new ArrayList<>();
    try (ResultSet row =
        database.query("SELECT id, image, kept FROM face WHERE person = ?", number)) {
      while (row.next()) {
        faces.add(row.getLong(1));
        if (row.getInt(3) == 1) {
          images.add(ImageFiles.name(row.getBytes(2)));
        }
      }
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
    Set<GroupId> groups = indexedGroups();
    update("DELETE FROM person WHERE number = ?", number);
    follower.removeUnreferenced(transaction, images);
    transaction.afterCommit(() -> follower.removeVectors(faces, groups));
  }

  static byte[] bytes(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  private void update(String sql, Object... values) {
    try {
      database.update(sql, values);
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  private static RuntimeException failure(SQLException cause, String limit) {
    String message = cause.getMessage();
    return message != null && message.contains(limit)
        ? FaceLibraryException.of(ErrorKind.QUOTA_EXCEEDED, Effect.NONE, limit)
        : new StatementFailure(cause);
  }
}
