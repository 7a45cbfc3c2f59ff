package io.facelibrary.embedded;

import java.util.Arrays;

/**
 * From positive numbers to places that are not negative, in two arrays: at a million entries a
 * third of what boxes would take.
 */
final class LongIntMap {
  private static final int NONE = -1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[16];
  private int[] values = new int[16];
  private int size;

  int size() {
    return size;
  }

  /** The value of a key, or -1. */
  int get(long key) {
    int place = place(key);
    return keys[place] == key ? values[place] : NONE;
  }

  void put(long key, int value) {
    if ((size + 1) * 3L > keys.length * 2L) {
      grow();
    }
    int place = place(key);
    if (keys[place] != key) {
      keys[place] = key;
      size++;
    }
    values[place] = value;
  }

  /** Removes a key; answers its value, or -1. */
  int remove(long key) {
    int hole = place(key);
    if (keys[hole] != key) {
      return NONE;
    }
    int removed = values[hole];
    int mask = keys.length - 1;
    int next = (hole + 1) & mask;
    while (keys[next] != 0) {
      // An entry moves into the hole unless it begins its search behind it.
      int home = home(keys[next]);
      if (((next - home) & mask) >= ((next - hole) & mask)) {
        keys[hole] = keys[next];
        values[hole] = values[next];
        hole = next;
      }
      next = (next + 1) & mask;
    }
    keys[hole] = 0;
    size--;
    return removed;
  }

  void clear() {
    Arrays.fill(keys, 0);
    size = 0;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = home(key);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private int home(long key) {
    return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
