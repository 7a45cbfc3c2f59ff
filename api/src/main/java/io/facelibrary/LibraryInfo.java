package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Facts about a library at one moment. Every fact is empty if the library does not know it. */
public final class LibraryInfo {
  private static final LibraryInfo UNKNOWN =
      new LibraryInfo(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  private final Optional<String> identity;
  private final Optional<EncoderModel> model;
  private final OptionalLong persons;
  private final OptionalLong faces;
  private final OptionalLong groups;

  private LibraryInfo(
      Optional<String> identity,
      Optional<EncoderModel> model,
      OptionalLong persons,
      OptionalLong faces,
      OptionalLong groups) {
    this.identity = identity;
    this.model = model;
    this.persons = persons;
    this.faces = faces;
    this.groups = groups;
  }

  /** Returns an object without any fact. */
  public static LibraryInfo unknown() {
    return UNKNOWN;
  }

  /** Returns these facts with the library's {@link #identity()}. */
  public LibraryInfo withIdentity(String identity) {
    return new LibraryInfo(
        Optional.of(Checks.present(identity, "identity")), model, persons, faces, groups);
  }

  /** Returns these facts with the library's {@link #model()}. */
  public LibraryInfo withModel(EncoderModel model) {
    return new LibraryInfo(
        identity, Optional.of(Checks.present(model, "model")), persons, faces, groups);
  }

  /**
   * Returns these facts with the number of persons.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public LibraryInfo withPersons(long persons) {
    return new LibraryInfo(identity, model, count(persons, "persons"), faces, groups);
  }

  /**
   * Returns these facts with the number of faces.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public LibraryInfo withFaces(long faces) {
    return new LibraryInfo(identity, model, persons, count(faces, "faces"), groups);
  }

  /**
   * Returns these facts with the number of groups that contain a person.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public LibraryInfo withGroups(long groups) {
    return new LibraryInfo(identity, model, persons, faces, count(groups, "groups"));
  }

  private static OptionalLong count(long count, String field) {
    return OptionalLong.of(Checks.notNegative(count, field));
  }

  /**
   * Returns a text that distinguishes this library from all others. It never changes, even if the
   * library is closed and opened again.
   */
  public Optional<String> identity() {
    return identity;
  }

  /** Returns the model that computes the library's embeddings. */
  public Optional<EncoderModel> model() {
    return model;
  }

  /** Returns the number of persons. */
  public OptionalLong persons() {
    return persons;
  }

  /** Returns the number of faces. */
  public OptionalLong faces() {
    return faces;
  }

  /** Returns the number of groups that contain a person. */
  public OptionalLong groups() {
    return groups;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LibraryInfo that
        && identity.equals(that.identity)
        && model.equals(that.model)
        && persons.equals(that.persons)
        && faces.equals(that.faces)
        && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return Objects.hash(identity, model, persons, faces, groups);
  }

  @Override
  public String toString() {
    return "LibraryInfo[identity="
        + identity
        + ", model="
        + model
        + ", persons="
        + persons
        + ", faces="
        + faces
        + ", groups="
        + groups
        + "]";
  }
}
