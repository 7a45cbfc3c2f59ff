package io.facelibrary.testkit;

import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** The data of notebook libraries. Several libraries may share it, and synchronize on it. */
class Notebook {
  final Map<PersonId, Entry> persons = new HashMap<>();
  final String identity = UUID.randomUUID().toString();
  private long lastFace = 31820666292926464L;

  FaceId nextFace() {
    lastFace++;
    return FaceId.of(Long.toString(lastFace));
  }

  /** Replaces the content by a copy of another notebook. */
  void copyFrom(Notebook source) {
    persons.clear();
    source.persons.forEach((person, entry) -> persons.put(person, entry.copy()));
    lastFace = source.lastFace;
  }

  /** The data of one person. */
  static final class Entry {
    String name = "";
    String note = "";
    final Set<GroupId> groups;
    final Map<FaceId, FaceImage> faces = new LinkedHashMap<>();

    Entry(Set<GroupId> groups) {
      this.groups = new HashSet<>(groups);
    }

    Entry copy() {
      Entry copy = new Entry(groups);
      copy.name = name;
      copy.note = note;
      copy.faces.putAll(faces);
      return copy;
    }
  }

  /** Returns the ids of the groups with at least one person, sorted. */
  NavigableSet<String> groupIds() {
    NavigableSet<String> ids = new TreeSet<>();
    persons.values().forEach(it -> it.groups.forEach(group -> ids.add(group.value())));
    return ids;
  }

  /** Returns the ids of the persons in a group, sorted. */
  NavigableSet<String> personIds(GroupId group) {
    NavigableSet<String> ids = new TreeSet<>();
    persons.forEach(
        (person, entry) -> {
          if (entry.groups.contains(group)) {
            ids.add(person.value());
          }
        });
    return ids;
  }

  /** Returns the ids of all persons, sorted. */
  NavigableSet<String> personIds() {
    NavigableSet<String> ids = new TreeSet<>();
    persons.keySet().forEach(person -> ids.add(person.value()));
    return ids;
  }

  static Face face(FaceId id, FaceImage image, Set<Capability> offered) {
    return image instanceof FaceImage.Url url && offered.contains(Capability.FACE_IMAGE_URL)
        ? Face.of(id).withSource(url.url())
        : Face.of(id);
  }

  /** A token consists of the name of the list and the last id before the page. */
  static <T> Page<T> page(
      PageRequest request, String list, NavigableSet<String> ids, Function<String, T> named) {
    String token = request.token().orElse(list);
    if (!token.startsWith(list)) {
      throw InvalidRequestException.of("page.token", "must be one of this list");
    }
    List<String> rest = List.copyOf(ids.tailSet(token.substring(list.length()), false));
    List<String> items = rest.subList(0, Math.min(rest.size(), request.size()));
    Optional<String> next =
        items.size() < rest.size()
            ? Optional.of(list + items.get(items.size() - 1))
            : Optional.empty();
    return new Page<>(items.stream().map(named).toList(), next);
  }
}
