package io.facelibrary.inmemory;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faces of one person, in the order in which they were added.
 *
 * <p>To save memory in libraries of millions of faces, there are two arrays and no object per face
 * other than the {@link Face} that queries return. A deleted face leaves a hole. The arrays are
 * compacted when half of the places are holes, so deletion takes amortized constant time. A person
 * with many faces has a hash table of their places, so that finding a face takes constant time.
 */
final class Faces {
  private static final int SMALL = 8;

  /** Up to this number of places, comparing with each is as fast as a hash table. */
  private static final int MAX_WITHOUT_TABLE = 64;

  private static final Face[] NO_FACES = {};
  private static final @Nullable Object[] NO_HANDLES = {};
  private static final int[] NO_TABLE = {};

  private Face[] faces = NO_FACES;
  // Null marks a hole: its id stays until the arrays are compacted.
  private @Nullable Object[] handles = NO_HANDLES;
  // For each hash, a place + 1; 0 ends the search for a hash. Less than half full.
  private int[] table = NO_TABLE;
  private int used;
  private int live;

  int count() {
    return live;
  }

  /**
   * Adds a face. No face with its id was ever added.
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
    if (used > MAX_WITHOUT_TABLE) {
      if (used * 2 > table.length) {
        fillTable();
      } else {
        putInTable(used - 1);
      }
    }
  }

  boolean contains(FaceId id) {
    return indexOf(id) >= 0;
  }

  /** Returns those of the named faces that there are, in the given order. */
  List<Face> find(List<FaceId> named) {
    List<Face> found = new ArrayList<>(named.size());
    for (FaceId id : named) {
      int index = indexOf(id);
      if (index >= 0) {
        found.add(faces[index]);
      }
    }
    return found;
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
    table = NO_TABLE;
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
    String value = id.value();
    int hash = value.hashCode();
    if (used > MAX_WITHOUT_TABLE) {
      int slot = slotOf(hash);
      while (table[slot] != 0) {
        int index = table[slot] - 1;
        if (faces[index].id().value().equals(value)) {
          return handles[index] == null ? -1 : index;
        }
        slot = (slot + 1) & (table.length - 1);
      }
      return -1;
    }
    for (int i = 0; i < used; i++) {
      String other = faces[i].id().value();
      // A text keeps its hash, so comparing it first is cheap.
      if (other.hashCode() == hash && other.equals(value)) {
        return handles[i] == null ? -1 : i;
      }
    }
    return -1;
  }

  private int slotOf(int hash) {
    return (hash ^ (hash >>> 15)) & (table.length - 1);
  }

  private void putInTable(int index) {
    int slot = slotOf(faces[index].id().value().hashCode());
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = index + 1;
  }

  private void fillTable() {
    table = new int[Integer.highestOneBit(used) * 4];
    for (int i = 0; i < used; i++) {
      putInTable(i);
    }
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
    if (used > MAX_WITHOUT_TABLE) {
      fillTable();
    } else {
      table = NO_TABLE;
    }
  }
}
