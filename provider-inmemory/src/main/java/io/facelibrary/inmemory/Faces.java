package io.facelibrary.inmemory;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.engine.FaceIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faces of one person, in the order in which they were added.
 *
 * <p>To save memory in libraries of millions of faces, there are two arrays and no object per face
 * other than the {@link Face} that queries return. Ids increase and have the same length (see
 * {@link FaceIds}), so they are found by binary search over their texts. A deleted face leaves a
 * hole. The arrays are compacted when half of the places are holes, so deletion takes amortized
 * constant time.
 */
final class Faces {
  private static final int SMALL = 8;
  private static final Face[] NO_FACES = {};
  private static final @Nullable Object[] NO_HANDLES = {};

  private Face[] faces = NO_FACES;
  // Null marks a hole: its id stays for the binary search until the arrays are compacted.
  private @Nullable Object[] handles = NO_HANDLES;
  private int used;
  private int live;

  int count() {
    return live;
  }

  /**
   * Adds a face. Its id must be larger than the ids of all earlier faces.
   *
   * @param handle the handle of the face in the {@link SearchIndex}
   */
  void add(Face face, Object handle) {
    if (used == faces.length) {
      int capacity = used < 4 ? used + 1 : used + (used >> 1);
      faces = Arrays.copyOf(faces, capacity);
      handles = Arrays.copyOf(handles, capacity);
    }
    faces[used] = face;
    handles[used] = handle;
    used++;
    live++;
  }

  Optional<Face> find(FaceId id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(faces[index]);
  }

  /** The handle of a face in the search index. */
  Optional<Object> handle(FaceId id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.ofNullable(handles[index]);
  }

  /** Deletes a face and returns its handle; empty if there is no such face. */
  Optional<Object> delete(FaceId id) {
    int index = indexOf(id);
    Object handle = index < 0 ? null : handles[index];
    if (handle == null) {
      return Optional.empty();
    }
    handles[index] = null;
    live--;
    if (live == 0) {
      clear();
    } else if (used > SMALL && live <= used / 2) {
      compact();
    }
    return Optional.of(handle);
  }

  void clear() {
    faces = NO_FACES;
    handles = NO_HANDLES;
    used = 0;
    live = 0;
  }

  List<Face> all() {
    List<Face> all = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      if (handles[i] != null) {
        all.add(faces[i]);
      }
    }
    return all;
  }

  /** Copies the faces with their handles, so that a search can use them without the lock. */
  List<Indexed> indexed() {
    List<Indexed> indexed = new ArrayList<>(live);
    for (int i = 0; i < used; i++) {
      Object handle = handles[i];
      if (handle != null) {
        indexed.add(new Indexed(faces[i].id(), handle));
      }
    }
    return indexed;
  }

  /** A face and its handle in the search index. */
  record Indexed(FaceId face, Object handle) {}

  private int indexOf(FaceId id) {
    int low = 0;
    int high = used - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = faces[middle].id().value().compareTo(id.value());
      if (order == 0) {
        return handles[middle] == null ? -1 : middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private void compact() {
    Face[] kept = new Face[live];
    @Nullable Object[] keptHandles = new Object[live];
    int next = 0;
    for (int i = 0; i < used; i++) {
      if (handles[i] != null) {
        kept[next] = faces[i];
        keptHandles[next] = handles[i];
        next++;
      }
    }
    faces = kept;
    handles = keptHandles;
    used = live;
  }
}
