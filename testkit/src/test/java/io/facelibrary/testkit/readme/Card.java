package io.facelibrary.testkit.readme;

import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.Similarity;
import io.facelibrary.UpdatePerson;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The data of one person. */
final class Card {
  private final PersonId person;
  private final Set<GroupId> groups;
  private final Map<FaceId, FaceImage> faces = new LinkedHashMap<>();
  private String name;
  private String note;

  Card(AddPerson request) {
    person = request.person();
    groups = new HashSet<>(request.groups());
    name = request.name();
    note = request.note();
  }

  void update(UpdatePerson request) {
    name = request.name().orElse(name);
    note = request.note().orElse(note);
  }

  Person toPerson() {
    return Person.of(person, groups).withName(name).withNote(note);
  }

  Set<GroupId> groups() {
    return groups;
  }

  PersonId person() {
    return person;
  }

  boolean isInOneOf(Set<GroupId> asked) {
    return !Collections.disjoint(groups, asked);
  }

  int faceCount() {
    return faces.size();
  }

  List<FaceId> faceIds() {
    return List.copyOf(faces.keySet());
  }

  boolean has(FaceId face) {
    return faces.containsKey(face);
  }

  void paste(FaceId face, FaceImage image) {
    faces.put(face, image);
  }

  boolean tearOff(FaceId face) {
    return faces.remove(face) != null;
  }

  Face face(FaceId id) {
    return faces.get(id) instanceof FaceImage.Url image
        ? Face.of(id).withSource(image.url())
        : Face.of(id);
  }

  /** Returns the first face with an equal image: a card index compares images, not faces. */
  Optional<Candidate> candidate(FaceImage image) {
    return faces.entrySet().stream()
        .filter(face -> face.getValue().equals(image))
        .map(face -> Candidate.of(person, Similarity.SAME).withFace(face.getKey()))
        .findFirst();
  }
}
