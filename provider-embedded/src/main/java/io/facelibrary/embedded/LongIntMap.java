package io.facelibrary.embedded;

/**
 * A hash map from positive {@code long} keys to non-negative {@code int} values, in two arrays.
 * With a million entries, it takes a third of the memory of a {@code HashMap}.
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

  /** Returns the value of a key, or -1. */
  int get(long key) {
    int index = indexOf(key);
    return keys[index] == key ? values[index] : NONE;
  }

  void put(long key, int value) {
    if ((size + 1) * 3L > keys.length * 2L) {
      grow();
    }
    int index = indexOf(key);
    if (keys[index] != key) {
      keys[index] = key;
      size++;
    }
    values[index] = value;
  }

  /** Removes a key and returns its value, or -1. */
  int remove(long key) {
    int hole = indexOf(key);
    if (keys[hole] != key) {
      return NONE;
    }
    int removed = values[hole];
    int mask = keys.length - 1;
    int next = (hole + 1) & mask;
    while (keys[next] != 0) {
      // Move the entry into the hole, unless its search starts behind the hole.
      int start = startOf(keys[next]);
      if (((next - start) & mask) >= ((next - hole) & mask)) {
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

  private int indexOf(long key) {
    int mask = keys.length - 1;
    int index = startOf(key);
    while (keys[index] != 0 && keys[index] != key) {
      index = (index + 1) & mask;
    }
    return index;
  }

  private int startOf(long key) {
    return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int index = indexOf(oldKeys[i]);
        keys[index] = oldKeys[i];
        values[index] = oldValues[i];
      }
    }
  }
}
