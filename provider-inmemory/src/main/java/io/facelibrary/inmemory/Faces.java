package io.facelibrary.inmemory;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faces of one person, in the order they came.
 *
 * <p>Two arrays and no object a face beyond the {@link Face} that queries answer: a library of
 * millions of faces lives on that. Ids grow and have one length (see {@link FaceIds}), so the text
 * of an id is found by halving. A deleted face leaves a hole; holes are closed when half are, so
 * that any number of deletions costs time in proportion.
 */
final class Faces {
  private static final int SMALL = 8;
  private static final Face[] NO_FACES = {};
  private static final @Nullable Object[] NO_TRACES = {};

  private Face[] faces = NO_FACES;
  // Null marks a hole: its id must stay, to be halved over, until the holes are closed.
  private @Nullable Object[] traces = NO_TRACES;
  private int used;
  private int live;

  int count() {
    return live;
  }

  /**
   * Adds a face, whose id is above all that came before.
   *
   * @param trace what the library knows it again by; see {@link SearchIndex}
   */
  void add(Face face, Object trace) {
    if (used == faces.length) {
      int capacity = used < 4 ? used + 1 : used + (used >> 1);
      faces = Arrays.copyOf(faces, capacity);
      traces = Arrays.copyOf(traces, capacity);
    }
    faces[used] = face;
    traces[used] = trace;
    used++;
    live++;
  }

  Optional<Face> find(FaceId id) {
    int place = place(id);
    return place < 0 ? Optional.empty() : Optional.of(faces[place]);
  }

  /** What a face is known by. */
  Optional<Object> trace(FaceId id) {
    int place = place(id);
    return place < 0 ? Optional.empty() : Optional.ofNullable(traces[place]);
  }

  /** Deletes a face, and returns what it was known by if it was there. */
  Optional<Object> delete(FaceId id) {
    int place = place(id);
    Object trace = place < 0 ? null : traces[place];
    if (trace == null) {
      return Optional.empty();
    }
    traces[place] = null;
    live--;
    if (live == 0) {
      clear();
    } else if (used > SMALL && live <= used / 2) {
      closeHoles();
    }
    return Optional.of(trace);
  }

  void clear() {
    faces = NO_FACES;
    traces = NO_TRACES;
    used = 0;
    live = 0;
  }

  List<Face> all() {
    List<Face> all = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      if (traces[i] != null) {
        all.add(faces[i]);
      }
    }
    return all;
  }

  /** Copies the faces with their traces, to be compared without holding the person's lock. */
  List<Known> known() {
    List<Known> known = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      Object trace = traces[i];
      if (trace != null) {
        known.add(new Known(faces[i].id(), trace));
      }
    }
    return known;
  }

  /** A face that can be compared. */
  record Known(FaceId face, Object trace) {}

  private int place(FaceId id) {
    int low = 0;
    int high = used - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = faces[middle].id().value().compareTo(id.value());
      if (order == 0) {
        return traces[middle] == null ? -1 : middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private void closeHoles() {
    Face[] kept = new Face[live];
    @Nullable Object[] keptTraces = new Object[live];
    int next = 0;
    for (int i = 0; i < used; i++) {
      if (traces[i] != null) {
        kept[next] = faces[i];
        keptTraces[next] = traces[i];
        next++;
      }
    }
    faces = kept;
    traces = keptTraces;
    used = live;
  }
}
