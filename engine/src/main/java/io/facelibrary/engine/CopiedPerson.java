package io.facelibrary.engine;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of a person that were read: see {@link PersonSnapshot#copyOf}. */
record CopiedPerson(
    PersonId id,
    Reads reads,
    String nameRead,
    String noteRead,
    Set<GroupId> groupsRead,
    int faceCountRead,
    Map<FaceId, Face> facesRead,
    Map<FaceId, ArchivedFace> contentRead)
    implements PersonSnapshot {

  static CopiedPerson of(PersonSnapshot person, Reads reads) {
    boolean text = reads.includes(Part.TEXT);
    Map<FaceId, Face> faces = new LinkedHashMap<>();
    if (reads.includes(Part.FACES)) {
      List<Face> read = reads.named().isEmpty() ? person.faces() : person.faces(reads.named());
      read.forEach(face -> faces.put(face.id(), face));
    }
    Map<FaceId, ArchivedFace> content = new LinkedHashMap<>();
    if (reads.includes(Part.CONTENT)) {
      List<FaceId> named =
          reads.named().isEmpty() ? person.faces().stream().map(Face::id).toList() : reads.named();
      named.forEach(face -> person.content(face).ifPresent(it -> content.put(face, it)));
    }
    return new CopiedPerson(
        person.id(),
        reads,
        text ? person.name() : "",
        text ? person.note() : "",
        reads.includes(Part.GROUPS) ? person.groups() : Set.of(),
        reads.includes(Part.FACE_COUNT) ? person.faceCount() : 0,
        faces,
        content);
  }

  private <T> T declared(Part part, T value) {
    if (!reads.includes(part)) {
      throw new IllegalStateException("the rule must declare that it reads " + part);
    }
    return value;
  }

  @Override
  public String name() {
    return declared(Part.TEXT, nameRead);
  }

  @Override
  public String note() {
    return declared(Part.TEXT, noteRead);
  }

  @Override
  public Set<GroupId> groups() {
    return declared(Part.GROUPS, Collections.unmodifiableSet(groupsRead));
  }

  @Override
  public int faceCount() {
    return declared(Part.FACE_COUNT, faceCountRead);
  }

  @Override
  public List<Face> faces() {
    if (!reads.named().isEmpty()) {
      throw new IllegalStateException("the rule must declare that it reads all faces");
    }
    return declared(Part.FACES, new ArrayList<>(facesRead.values()));
  }

  @Override
  public List<Face> faces(List<FaceId> named) {
    return present(named).stream()
        .flatMap(id -> Optional.ofNullable(facesRead.get(id)).stream())
        .toList();
  }

  @Override
  public List<FaceId> present(List<FaceId> named) {
    if (!reads.named().isEmpty() && !reads.named().containsAll(named)) {
      throw new IllegalStateException("the rule must declare the faces that it reads");
    }
    return declared(Part.FACES, named.stream().filter(facesRead::containsKey).toList());
  }

  @Override
  public Optional<ArchivedFace> content(FaceId face) {
    return declared(Part.CONTENT, Optional.ofNullable(contentRead.get(face)));
  }
}
