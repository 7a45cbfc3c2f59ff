package io.facelibrary.embedded;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A person being changed within a transaction. The other files are updated after the commit. */
final class PersonRowWriter extends PersonRow implements PersonWriter {
  private final Transaction transaction;
  private final CommitFollower follower;
  private final long today;
  private Optional<Set<GroupId>> memberships = Optional.empty();

  PersonRowWriter(
      Transaction transaction, PersonId id, long number, CommitFollower follower, long today) {
    super(transaction.database(), follower.images(), id, number);
    this.transaction = transaction;
    this.follower = follower;
    this.today = today;
  }

  @Override
  public void setName(String changed) {
    transaction.markErasing();
    update("UPDATE person SET name = ? WHERE number = ?", changed, number);
  }

  @Override
  public void setNote(String changed) {
    transaction.markErasing();
    update("UPDATE person SET note = ? WHERE number = ?", changed, number);
  }

  @Override
  public void join(Set<GroupId> groups) {
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
          id().value(),
          group.value());
    }
  }

  @Override
  public void leave(Set<GroupId> groups) {
    transaction.markErasing();
    List<Long> faces = indexedFaces();
    transaction.afterCommit(() -> follower.leaveGroups(faces, groups));
    memberships = Optional.empty();
    for (GroupId group : groups) {
      update(
          "DELETE FROM membership WHERE person = ?"
              + " AND person_group = (SELECT number FROM person_group WHERE id = ?)",
          id().value(),
          group.value());
    }
  }

  /** The groups in the search index; none in a library without a model. */
  private Set<GroupId> indexedGroups() {
    if (follower.dimensions() == 0) {
      return Set.of();
    }
    Set<GroupId> known = memberships.orElseGet(this::groups);
    memberships = Optional.of(known);
    return known;
  }

  private List<Long> indexedFaces() {
    return follower.dimensions() == 0 ? List.of() : faceNumbers();
  }

  @Override
  public void addFace(Face face, ArchivedFace content) {
    Optional<float[]> vector = content.embedding().map(FaceEmbedding::toArray);
    if (vector.isPresent() && vector.get().length != follower.dimensions()) {
      throw InvalidRequestException.of(
          "embedding", "must have " + follower.dimensions() + " dimensions");
    }
    long id = numberOf(face.id()).orElseThrow();
    Object source = Database.Absent.ABSENT;
    Object sha256 = Database.Absent.ABSENT;
    int kept = 0;
    FaceImage image = content.image().orElse(null);
    if (image instanceof FaceImage.Url url) {
      source = url.url().toString();
    } else if (image instanceof FaceImage.Bytes bytes) {
      sha256 = ImageFiles.bytes(bytes.sha256());
      kept = follower.keepsImages() ? 1 : 0;
    }
    try {
      database.update(
          "INSERT INTO face (id, person, source, image, kept) VALUES (?, ?, ?, ?, ?)",
          id,
          number,
          source,
          sha256,
          kept);
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

  @Override
  public boolean deleteFace(FaceId face) {
    transaction.markErasing();
    OptionalLong id = numberOf(face);
    if (id.isEmpty()) {
      return false;
    }
    List<String> images = new ArrayList<>(1);
    try {
      if (!deleteRow(id.getAsLong(), images)) {
        return false;
      }
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
    follower.removeUnreferenced(transaction, images);
    Set<GroupId> groups = indexedGroups();
    transaction.afterCommit(() -> follower.removeVectors(List.of(id.getAsLong()), groups));
    return true;
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

  @Override
  public void delete() {
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
