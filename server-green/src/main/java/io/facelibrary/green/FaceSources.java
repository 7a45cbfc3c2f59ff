package io.facelibrary.green;

import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses that faces were added from, where the library was handed the picture itself. By
 * them a client finds out which of its pictures were added when an answer was lost.
 */
final class FaceSources {
  private final int most;
  private final Map<PersonId, Map<FaceId, String>> sources = new LinkedHashMap<>();
  private int count;

  /**
   * @param most how many faces to remember; beyond it the persons remembered longest are forgotten
   */
  FaceSources(int most) {
    this.most = most;
  }

  synchronized void put(PersonId person, FaceId face, String source) {
    Map<FaceId, String> faces = sources.computeIfAbsent(person, id -> new HashMap<>());
    if (faces.put(face, source) == null) {
      count++;
    }
    Iterator<Map<FaceId, String>> oldest = sources.values().iterator();
    while (count > most && oldest.hasNext()) {
      count -= oldest.next().size();
      oldest.remove();
    }
  }

  synchronized Optional<String> find(PersonId person, FaceId face) {
    return Optional.ofNullable(sources.getOrDefault(person, Map.of()).get(face));
  }

  synchronized void forget(PersonId person, Collection<FaceId> deleted) {
    Map<FaceId, String> faces = sources.get(person);
    if (faces == null) {
      return;
    }
    for (FaceId face : deleted) {
      if (faces.remove(face) != null) {
        count--;
      }
    }
    if (faces.isEmpty()) {
      sources.remove(person);
    }
  }

  synchronized void forget(PersonId person) {
    Map<FaceId, String> faces = sources.remove(person);
    if (faces != null) {
      count -= faces.size();
    }
  }
}
