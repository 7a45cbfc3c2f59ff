package io.facelibrary.embedded;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonSnapshot;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A person in the database, read through one connection. */
final class PersonRow implements PersonSnapshot {
  private final Database database;
  private final long number;
  private final ImageFiles images;
  private final FaceKeys keys;
  private final PersonId id;

  private PersonRow(Database database, ImageFiles images, FaceKeys keys, PersonId id, long number) {
    this.database = database;
    this.images = images;
    this.keys = keys;
    this.id = id;
    this.number = number;
  }

  static Optional<PersonRow> find(Database database, ImageFiles images, FaceKeys keys, PersonId id)
      throws SQLException {
    try (ResultSet row = database.query("SELECT number FROM person WHERE id = ?", id.value())) {
      return row.next()
          ? Optional.of(new PersonRow(database, images, keys, id, row.getLong(1)))
          : Optional.empty();
    }
  }

  /** The person's number in the database. */
  long number() {
    return number;
  }

  @Override
  public PersonId id() {
    return id;
  }

  @Override
  public String name() {
    return text("SELECT name FROM person WHERE number = ?");
  }

  @Override
  public String note() {
    return text("SELECT note FROM person WHERE number = ?");
  }

  @Override
  public Set<GroupId> groups() {
    Set<GroupId> groups = new LinkedHashSet<>();
    try (ResultSet row =
        database.query(
            "SELECT person_group.id FROM membership"
                + " JOIN person_group ON person_group.number = membership.person_group"
                + " WHERE membership.person = ? ORDER BY person_group.id",
            id.value())) {
      while (row.next()) {
        groups.add(GroupId.of(row.getString(1)));
      }
      return groups;
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  @Override
  public int faceCount() {
    try {
      return (int) database.number("SELECT count(*) FROM face WHERE person = ?", number);
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  @Override
  public List<Face> faces() {
    List<Face> faces = new ArrayList<>();
    try (ResultSet row =
        database.query("SELECT id, source FROM face WHERE person = ? ORDER BY place, id", number)) {
      while (row.next()) {
        faces.add(face(row));
      }
      return faces;
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  @Override
  public List<Face> faces(List<FaceId> named) {
    List<Face> found = new ArrayList<>(named.size());
    for (FaceId face : named) {
      OptionalLong key = keys.key(face);
      if (key.isPresent()) {
        try (ResultSet row =
            database.query(
                "SELECT id, source FROM face WHERE id = ? AND person = ?",
                key.getAsLong(),
                number)) {
          if (row.next()) {
            found.add(face(row));
          }
        } catch (SQLException e) {
          throw new StatementFailure(e);
        }
      }
    }
    return found;
  }

  @Override
  public List<FaceId> present(List<FaceId> named) {
    List<FaceId> present = new ArrayList<>(named.size());
    for (FaceId face : named) {
      OptionalLong key = keys.key(face);
      if (key.isPresent() && has(key.getAsLong())) {
        present.add(face);
      }
    }
    return present;
  }

  private boolean has(long key) {
    try (ResultSet row =
        database.query("SELECT 1 FROM face WHERE id = ? AND person = ?", key, number)) {
      return row.next();
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  @Override
  public Optional<ArchivedFace> content(FaceId face) {
    OptionalLong known = keys.key(face);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try (ResultSet row =
        database.query(
            "SELECT source, image, kept, embedding FROM face LEFT JOIN vector ON face = id"
                + " WHERE id = ? AND person = ?",
            known.getAsLong(),
            number)) {
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<FaceImage> image = Optional.ofNullable(row.getString(1)).map(FaceImage::at);
      if (row.getInt(3) == 1) {
        image = images.read(ImageFiles.name(row.getBytes(2))).map(FaceImage::of);
      }
      Optional<float[]> vector = Optional.ofNullable(row.getBytes(4)).map(PersonRow::floats);
      return Optional.of(ArchivedFace.of(image, vector.map(FaceEmbedding::of)));
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }

  static float[] floats(byte[] vector) {
    float[] floats = new float[vector.length / Float.BYTES];
    ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  private Face face(ResultSet row) throws SQLException {
    String source = row.getString(2);
    Face face = Face.of(keys.id(row.getLong(1)));
    return source == null ? face : face.withSource(URI.create(source));
  }

  private String text(String query) {
    try (ResultSet row = database.query(query, number)) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      throw new StatementFailure(e);
    }
  }
}
