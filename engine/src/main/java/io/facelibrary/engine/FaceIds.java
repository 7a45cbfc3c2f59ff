package io.facelibrary.engine;

import io.facelibrary.FaceId;
import java.util.AbstractList;
import java.util.List;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Converts the numbers 0, 1, 2 and so on to face ids and back. A store counts, and every number is
 * used once.
 *
 * <p>The ids look like those of Green: 17 digits, above 2<sup>53</sup>. They are odd, so no {@code
 * double} has the value of an id. A program that parses ids as a {@code double} therefore fails in
 * its tests and not against the cloud service. Ids are spread over their range, at least {@value
 * #GAP} apart, so that a rounded id is never the id of another face. Each library has a key, so
 * that an id of one library is not valid in another by chance.
 */
public final class FaceIds {
  /** The smallest difference between two ids of a library. */
  public static final int GAP = 2048;

  /** All ids are at least this large. */
  public static final long LEAST = 60_000_000_000_000_000L;

  private static final int BITS = 44;
  private static final long MASK = (1L << BITS) - 1;
  private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
  private static final long SECOND_FACTOR = 0xD1B54A32D192ED03L;
  private static final long FIRST_INVERSE = inverse(FIRST_FACTOR);
  private static final long SECOND_INVERSE = inverse(SECOND_FACTOR);

  private final long before;
  private final long after;
  private final long offset;

  private FaceIds(long key) {
    before = key & MASK;
    after = (key >>> (Long.SIZE - BITS)) & MASK;
    offset = LEAST + ((key & (GAP - 1)) | 1);
  }

  /**
   * Returns the conversion of a library. It must never change, because callers keep ids.
   *
   * @param key any number that the library keeps
   */
  public static FaceIds of(long key) {
    return new FaceIds(key);
  }

  /** Returns the conversion of a library that ends with this process. */
  public static FaceIds random() {
    return of(ThreadLocalRandom.current().nextLong());
  }

  /**
   * Returns the id of a number.
   *
   * @param number from 0 to 2<sup>44</sup> - 1
   */
  public FaceId id(long number) {
    if ((number & ~MASK) != 0) {
      throw new IllegalArgumentException("the number must be from 0 to 2^44 - 1");
    }
    long mixed = ((number ^ before) * FIRST_FACTOR) & MASK;
    mixed = (folded(mixed) * SECOND_FACTOR) & MASK;
    return FaceId.of(Long.toString(offset + (folded(mixed) ^ after) * GAP));
  }

  /** Returns the ids of consecutive numbers. Each is computed when the list is read. */
  public List<FaceId> ids(long first, int count) {
    return new Ids(this, first, count);
  }

  /** Returns the number of an id; empty if the text is not an id of the library. */
  public OptionalLong number(FaceId id) {
    String text = id.value();
    if (text.length() != 17 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(text) - offset;
    if (value < 0 || value % GAP != 0 || value / GAP > MASK) {
      return OptionalLong.empty();
    }
    long mixed = (folded((value / GAP) ^ after) * SECOND_INVERSE) & MASK;
    return OptionalLong.of(((folded(mixed) * FIRST_INVERSE) & MASK) ^ before);
  }

  /** Mixes the upper half of the bits into the lower half. Applied twice, it changes nothing. */
  private static long folded(long bits) {
    return bits ^ (bits >>> (BITS / 2));
  }

  /** Returns the inverse of an odd number modulo 2<sup>64</sup>, by Newton's method. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int correctBits = 3; correctBits < Long.SIZE; correctBits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private static final class Ids extends AbstractList<FaceId> implements RandomAccess {
    private final FaceIds ids;
    private final long first;
    private final int count;

    Ids(FaceIds ids, long first, int count) {
      this.ids = ids;
      this.first = first;
      this.count = count;
    }

    @Override
    public FaceId get(int index) {
      if (index < 0 || index >= count) {
        throw new IndexOutOfBoundsException(index);
      }
      return ids.id(first + index);
    }

    @Override
    public int size() {
      return count;
    }
  }
}
