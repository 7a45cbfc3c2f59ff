package io.facelibrary.engine.support;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Similarity;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A person of {@link MapLibraryStore}. It is not changed: a change returns another one. */
record MapPerson(
    PersonId id, String name, String note, Set<GroupId> groups, Map<FaceId, NewFace> content)
    implements PersonSnapshot {

  static MapPerson of(AddPerson person, List<NewFace> faces) {
    return new MapPerson(person.person(), person.name(), person.note(), Set.of(), Map.of())
        .changed(PersonChange.NONE.joining(person.groups()).adding(faces));
  }

  MapPerson changed(PersonChange change) {
    Set<GroupId> joined = new TreeSet<>(Comparator.comparing(GroupId::value));
    joined.addAll(groups);
    joined.addAll(change.join());
    joined.removeAll(change.leave());
    Map<FaceId, NewFace> kept = new LinkedHashMap<>(content);
    change.delete().forEach(kept::remove);
    change.add().forEach(face -> kept.put(face.id(), face));
    return new MapPerson(
        id,
        change.name().orElse(name),
        change.note().orElse(note),
        new LinkedHashSet<>(joined),
        kept);
  }

  boolean isIn(List<GroupId> searched) {
    return groups.stream().anyMatch(searched::contains);
  }

  Optional<Neighbor> nearest(float[] probe) {
    return content.values().stream()
        .map(it -> new Neighbor(id, it.id(), distance(it, probe)))
        .min(Comparator.comparing(Neighbor::squaredDistance));
  }

  private static double distance(NewFace content, float[] probe) {
    float[] vector = content.embedding().orElseThrow().toArray();
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += Math.pow((double) vector[i] - probe[i], 2);
    }
    return sum;
  }

  Optional<Candidate> find(FaceImage image) {
    return content.values().stream()
        .filter(face -> face.image().equals(Optional.of(image)))
        .findFirst()
        .map(face -> Candidate.of(id, Similarity.SAME).withFace(face.id()));
  }

  @Override
  public int faceCount() {
    return content.size();
  }

  @Override
  public List<Face> faces() {
    return content.values().stream().map(NewFace::face).toList();
  }

  @Override
  public List<Face> faces(List<FaceId> named) {
    return present(named).stream().map(it -> content.get(it).face()).toList();
  }

  @Override
  public List<FaceId> present(List<FaceId> named) {
    return named.stream().filter(content::containsKey).toList();
  }

  @Override
  public Optional<ArchivedFace> content(FaceId face) {
    return Optional.ofNullable(content.get(face))
        .map(it -> ArchivedFace.of(it.image(), it.embedding()));
  }
}
