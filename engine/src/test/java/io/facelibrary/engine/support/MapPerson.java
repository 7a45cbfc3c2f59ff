package io.facelibrary.engine.support;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Similarity;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.PersonWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A person of {@link MapLibraryStore}. */
final class MapPerson implements PersonWriter {
  private final PersonId id;
  private final Map<FaceId, Face> faces = new LinkedHashMap<>();
  private final Map<FaceId, ArchivedFace> contents = new HashMap<>();
  private final Set<GroupId> groups = new TreeSet<>(Comparator.comparing(GroupId::value));
  private String name;
  private String note;
  private boolean deleted;

  MapPerson(PersonId id, String name, String note) {
    this.id = id;
    this.name = name;
    this.note = note;
  }

  MapPerson copy() {
    MapPerson copy = new MapPerson(id, name, note);
    copy.faces.putAll(faces);
    copy.contents.putAll(contents);
    copy.groups.addAll(groups);
    return copy;
  }

  boolean isDeleted() {
    return deleted;
  }

  Optional<Neighbor> nearest(float[] probe) {
    return contents.entrySet().stream()
        .map(it -> new Neighbor(id, it.getKey(), distance(it.getValue(), probe)))
        .min(Comparator.comparing(Neighbor::squaredDistance));
  }

  private static double distance(ArchivedFace content, float[] probe) {
    float[] vector = content.embedding().orElseThrow().toArray();
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += Math.pow((double) vector[i] - probe[i], 2);
    }
    return sum;
  }

  Optional<Candidate> find(FaceImage image) {
    return faces.keySet().stream()
        .filter(face -> contents.get(face).image().equals(Optional.of(image)))
        .findFirst()
        .map(face -> new Candidate(id, face, Similarity.SAME));
  }

  @Override
  public PersonId id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String note() {
    return note;
  }

  @Override
  public Set<GroupId> groups() {
    return new LinkedHashSet<>(groups);
  }

  @Override
  public int faceCount() {
    return faces.size();
  }

  @Override
  public Optional<Face> findFace(FaceId face) {
    return Optional.ofNullable(faces.get(face));
  }

  @Override
  public List<Face> faces() {
    return List.copyOf(faces.values());
  }

  @Override
  public Optional<ArchivedFace> findArchived(FaceId face) {
    return Optional.ofNullable(contents.get(face));
  }

  @Override
  public void setName(String changed) {
    name = changed;
  }

  @Override
  public void setNote(String changed) {
    note = changed;
  }

  @Override
  public void join(Set<GroupId> joined) {
    groups.addAll(joined);
  }

  @Override
  public void leave(Set<GroupId> left) {
    groups.removeAll(left);
  }

  @Override
  public void addFace(Face face, ArchivedFace content) {
    faces.put(face.id(), face);
    contents.put(face.id(), content);
  }

  @Override
  public boolean deleteFace(FaceId face) {
    contents.remove(face);
    return faces.remove(face) != null;
  }

  @Override
  public void delete() {
    deleted = true;
  }
}
