package io.facelibrary.testkit;

import io.facelibrary.Capability;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a notebook library keeps; several libraries may share one. Guarded by itself. */
class Notebook {
  final Map<PersonId, Entry> persons = new HashMap<>();
  private long lastFace = 31820666292926464L;

  FaceId nextFace() {
    lastFace++;
    return FaceId.of(Long.toString(lastFace));
  }

  /** What is known of one person. */
  static final class Entry {
    String name = "";
    String note = "";
    final Set<GroupId> groups;
    final Map<FaceId, FaceImage> faces = new LinkedHashMap<>();

    Entry(Set<GroupId> groups) {
      this.groups = new HashSet<>(groups);
    }
  }

  /** The ids of the groups that somebody is in, in the order of their texts. */
  NavigableSet<String> groupIds() {
    NavigableSet<String> ids = new TreeSet<>();
    persons.values().forEach(it -> it.groups.forEach(group -> ids.add(group.value())));
    return ids;
  }

  /** The ids of the persons in a group, in the order of their texts. */
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

  static Face face(FaceId id, FaceImage image, Set<Capability> offered) {
    return image instanceof FaceImage.Url address && offered.contains(Capability.FACE_IMAGE_URL)
        ? new Face(id, Optional.of(address.url()))
        : Face.of(id);
  }
}
