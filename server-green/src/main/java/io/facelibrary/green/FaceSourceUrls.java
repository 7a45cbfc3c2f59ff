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
 * The URLs that faces were added from, for libraries that received the bytes of the image. With
 * them a client finds out which images were added after a response was lost.
 */
final class FaceSourceUrls {
  private final int maxFaces;
  private final Map<PersonId, Map<FaceId, String>> sources = new LinkedHashMap<>();
  private int count;

  /**
   * @param maxFaces the maximum number of faces; beyond it the oldest persons are removed
   */
  FaceSourceUrls(int maxFaces) {
    this.maxFaces = maxFaces;
  }

  synchronized void put(PersonId person, FaceId face, String source) {
    Map<FaceId, String> faces = sources.computeIfAbsent(person, id -> new HashMap<>());
    if (faces.put(face, source) == null) {
      count++;
    }
    Iterator<Map<FaceId, String>> oldest = sources.values().iterator();
    while (count > maxFaces && oldest.hasNext()) {
      count -= oldest.next().size();
      oldest.remove();
    }
  }

  synchronized Optional<String> find(PersonId person, FaceId face) {
    return Optional.ofNullable(sources.getOrDefault(person, Map.of()).get(face));
  }

  synchronized void remove(PersonId person, Collection<FaceId> deleted) {
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

  synchronized void remove(PersonId person) {
    Map<FaceId, String> faces = sources.remove(person);
    if (faces != null) {
      count -= faces.size();
    }
  }
}
