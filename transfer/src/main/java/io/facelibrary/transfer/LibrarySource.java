package io.facelibrary.transfer;

import io.facelibrary.ArchivedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.Face;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A library as a source. Faces are copied as the library keeps them; if it does not return them, by
 * their URLs.
 */
final class LibrarySource extends TransferSource {
  static final String IDENTITY = "library";

  private final FaceLibrary library;
  private final Optional<FaceArchive> archive;
  private final Optional<ImageFetch> fetch;

  LibrarySource(FaceLibrary library, Optional<ImageFetch> fetch) {
    this.fetch = fetch;
    this.library = library;
    this.archive = library.unwrap(FaceArchive.class);
  }

  @Override
  Optional<EncoderModel> model() {
    return archive.flatMap(FaceArchive::model);
  }

  @Override
  String identity() {
    return IDENTITY;
  }

  @Override
  boolean includesUngrouped() {
    return AllPersons.areIn(library.capabilities());
  }

  @Override
  void forEach(Consumer<PersonToCopy> each) {
    AllPersons.of(library)
        .forEach(id -> library.findPerson(id).map(this::readPerson).ifPresent(each));
  }

  private PersonToCopy readPerson(Person person) {
    Set<String> groups = new LinkedHashSet<>();
    person.groups().stream().map(GroupId::value).forEach(groups::add);
    List<Face> faces = library.queryFaces(QueryFaces.allOf(person.id())).faces();
    return new PersonToCopy(
        person.id().value(),
        groups,
        Optional.of(person.name()),
        Optional.of(person.note()),
        true,
        faces.stream().map(face -> face(person.id(), face)).toList());
  }

  private FaceToCopy face(PersonId person, Face face) {
    return new FaceToCopy(
        face.id().value(),
        true,
        () -> fetchImage(archive.map(it -> read(it, person, face)).orElseGet(() -> byUrl(face))));
  }

  private static ArchivedFace read(FaceArchive archive, PersonId person, Face face) {
    return archive
        .findArchivedFace(person, face.id())
        .orElseThrow(() -> new UnreadableException("the face was deleted meanwhile"));
  }

  private ArchivedFace fetchImage(ArchivedFace face) {
    return fetch.isPresent() && face.image().orElse(null) instanceof FaceImage.Url url
        ? ArchivedFace.of(Optional.of(fetch.get().fetch(url)), face.embedding())
        : face;
  }

  private static ArchivedFace byUrl(Face face) {
    return ArchivedFace.of(face.source().map(FaceImage::at), Optional.empty());
  }
}
