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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A person being changed within a transaction; the files beside it follow after the commit. */
final class PersonRowWriter extends PersonRow implements PersonWriter {
  private final Transaction transaction;
  private final Files files;
  private final long today;
  private Optional<Set<GroupId>> memberships = Optional.empty();

  /** What is beside the database and must follow it. */
  interface Files {
    boolean keepsImages();

    ImageFiles pictures();

    /** How many numbers a vector has; 0 where there is no model. */
    int dimension();

    void vector(long face, long person, byte[] vector, Set<GroupId> groups);

    void faceGone(long face, Set<GroupId> groups);

    void entered(List<Long> faces, Set<GroupId> groups);

    void left(List<Long> faces, Set<GroupId> groups);

    void picturesGone(List<String> sha256);
  }

  PersonRowWriter(Transaction transaction, PersonId id, long number, Files files, long today) {
    super(transaction.database(), files.pictures(), id, number);
    this.transaction = transaction;
    this.files = files;
    this.today = today;
  }

  @Override
  public void name(String changed) {
    transaction.erases();
    update("UPDATE person SET name = ? WHERE number = ?", changed, number);
  }

  @Override
  public void note(String changed) {
    transaction.erases();
    update("UPDATE person SET note = ? WHERE number = ?", changed, number);
  }

  @Override
  public void join(Set<GroupId> groups) {
    List<Long> faces = searchedFaces();
    transaction.afterCommit(() -> files.entered(faces, groups));
    memberships = Optional.empty();
    for (GroupId group : groups) {
      try {
        if (database.number("SELECT count(*) FROM circle WHERE id = ?", group.value()) == 0) {
          database.update("INSERT INTO circle (id, since) VALUES (?, ?)", group.value(), today);
        }
      } catch (SQLException e) {
        throw refusal(e, Schema.GROUPS_FULL);
      }
      update(
          "INSERT INTO membership (circle, person)"
              + " SELECT number, ? FROM circle WHERE id = ? ON CONFLICT DO NOTHING",
          id().value(),
          group.value());
    }
  }

  @Override
  public void leave(Set<GroupId> groups) {
    transaction.erases();
    List<Long> faces = searchedFaces();
    transaction.afterCommit(() -> files.left(faces, groups));
    memberships = Optional.empty();
    for (GroupId group : groups) {
      update(
          "DELETE FROM membership WHERE person = ?"
              + " AND circle = (SELECT number FROM circle WHERE id = ?)",
          id().value(),
          group.value());
    }
  }

  /** The groups in which searches are to find the faces; none where there is no model. */
  private Set<GroupId> searchedGroups() {
    if (files.dimension() == 0) {
      return Set.of();
    }
    Set<GroupId> known = memberships.orElseGet(this::groups);
    memberships = Optional.of(known);
    return known;
  }

  private List<Long> searchedFaces() {
    return files.dimension() == 0 ? List.of() : faceNumbers();
  }

  @Override
  public void addFace(Face face, ArchivedFace archived) {
    Optional<float[]> vector = archived.embedding().map(FaceEmbedding::toArray);
    if (vector.isPresent() && vector.get().length != files.dimension()) {
      throw InvalidRequestException.of("vector", "must have " + files.dimension() + " numbers");
    }
    long id = numberOf(face.id()).orElseThrow();
    Object source = Database.Absent.ABSENT;
    Object picture = Database.Absent.ABSENT;
    int kept = 0;
    FaceImage image = archived.image().orElse(null);
    if (image instanceof FaceImage.Url address) {
      source = address.url().toString();
    } else if (image instanceof FaceImage.Bytes content) {
      picture = ImageFiles.bytes(content.sha256());
      kept = files.keepsImages() ? 1 : 0;
    }
    try {
      database.update(
          "INSERT INTO face (id, person, source, picture, kept) VALUES (?, ?, ?, ?, ?)",
          id,
          number,
          source,
          picture,
          kept);
    } catch (SQLException e) {
      throw refusal(e, Schema.FACES_FULL);
    }
    vector.ifPresent(numbers -> addVector(id, bytes(numbers)));
  }

  private void addVector(long face, byte[] numbers) {
    update("INSERT INTO vector (face, numbers) VALUES (?, ?)", face, numbers);
    Set<GroupId> groups = searchedGroups();
    transaction.afterCommit(() -> files.vector(face, number, numbers, groups));
  }

  @Override
  public boolean deleteFace(FaceId face) {
    transaction.erases();
    OptionalLong id = numberOf(face);
    if (id.isEmpty()) {
      return false;
    }
    List<String> dropped = new ArrayList<>(1);
    try {
      if (!dropped(id.getAsLong(), dropped)) {
        return false;
      }
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
    dropFiles(transaction, dropped, files);
    Set<GroupId> groups = searchedGroups();
    transaction.afterCommit(() -> files.faceGone(id.getAsLong(), groups));
    return true;
  }

  private boolean dropped(long id, List<String> pictures) throws SQLException {
    try (ResultSet row =
        database.query("SELECT picture, kept FROM face WHERE id = ? AND person = ?", id, number)) {
      if (!row.next()) {
        return false;
      }
      if (row.getInt(2) == 1) {
        pictures.add(ImageFiles.name(row.getBytes(1)));
      }
    }
    database.update("DELETE FROM face WHERE id = ?", id);
    return true;
  }

  @Override
  public void forget() {
    transaction.erases();
    List<String> dropped = new ArrayList<>();
    List<Long> faces = new ArrayList<>();
    try (ResultSet row =
        database.query("SELECT id, picture, kept FROM face WHERE person = ?", number)) {
      while (row.next()) {
        faces.add(row.getLong(1));
        if (row.getInt(3) == 1) {
          dropped.add(ImageFiles.name(row.getBytes(2)));
        }
      }
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
    Set<GroupId> groups = searchedGroups();
    update("DELETE FROM person WHERE number = ?", number);
    dropFiles(transaction, dropped, files);
    transaction.afterCommit(() -> faces.forEach(face -> files.faceGone(face, groups)));
  }

  /** Has those pictures removed after the commit that no face refers to any more. */
  static void dropFiles(Transaction transaction, List<String> pictures, Files files) {
    List<String> unreferred = unreferred(transaction.database(), pictures);
    if (!unreferred.isEmpty()) {
      transaction.afterCommit(() -> files.picturesGone(unreferred));
    }
  }

  /** Those of the pictures that no face refers to. */
  static List<String> unreferred(Database database, Collection<String> pictures) {
    List<String> unreferred = new ArrayList<>(pictures.size());
    try {
      for (String picture : pictures) {
        byte[] sha256 = ImageFiles.bytes(picture);
        if (database.number(
                "SELECT EXISTS (SELECT 1 FROM face WHERE picture = ? AND kept = 1)", sha256)
            == 0) {
          unreferred.add(picture);
        }
      }
      return unreferred;
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
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

  private static RuntimeException refusal(SQLException failure, String limit) {
    String message = failure.getMessage();
    return message != null && message.contains(limit)
        ? FaceLibraryException.of(ErrorKind.QUOTA_EXCEEDED, Effect.NONE, limit)
        : new StatementFailure(failure);
  }
}
