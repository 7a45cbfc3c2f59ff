package io.facelibrary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that values and requests share. Messages name the field and the limit, not the value.
 */
final class Checks {
  static final int ID_LENGTH = 255;

  private Checks() {}

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.ofValue(field, "must not be null");
    }
    return value;
  }

  /** Refuses text that would break the logs, files and other systems into which ids are written. */
  static void id(@Nullable String value, String field) {
    String text = wellFormed(value, field, ID_LENGTH);
    if (text.isBlank()) {
      throw InvalidRequestException.ofValue(field, "must not be blank");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw InvalidRequestException.ofValue(field, "must not contain control characters");
      }
    }
  }

  /**
   * Refuses unpaired surrogates. They have no UTF-8 form, so a remote library would change them.
   */
  static String wellFormed(@Nullable String value, String field, int maxLength) {
    String text = present(value, field);
    if (text.length() > maxLength) {
      throw InvalidRequestException.ofValue(
          field, "must have at most " + maxLength + " characters and has " + text.length());
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw InvalidRequestException.ofValue(field, "must not contain an unpaired surrogate");
        }
        i++;
      }
    }
    return text;
  }

  static int within(int value, String field, int min, int max) {
    if (value < min || value > max) {
      throw InvalidRequestException.ofValue(field, "must be from " + min + " to " + max);
    }
    return value;
  }

  static long notNegative(long value, String field) {
    if (value < 0) {
      throw InvalidRequestException.ofValue(field, "must not be negative");
    }
    return value;
  }

  /** Refuses a number that is not from 0 to 1. */
  static double share(double value, String field) {
    if (!(value >= 0 && value <= 1)) {
      throw InvalidRequestException.ofValue(field, "must be a number from 0 to 1");
    }
    return value;
  }

  /** Copies a list without null elements. The list may be empty. */
  static <T> List<T> copy(@Nullable Collection<? extends T> values, String field) {
    List<T> copy = new ArrayList<>(present(values, field));
    for (int i = 0; i < copy.size(); i++) {
      if (copy.get(i) == null) {
        throw InvalidRequestException.ofValue(field + "[" + i + "]", "must not be null");
      }
    }
    return Collections.unmodifiableList(copy);
  }

  static <T> List<T> nonEmpty(@Nullable Collection<? extends T> values, String field) {
    List<T> copy = copy(values, field);
    if (copy.isEmpty()) {
      throw InvalidRequestException.ofValue(field, "must not be empty");
    }
    return copy;
  }

  /** Copies a list of distinct elements, so that each outcome belongs to one element. */
  static <T> List<T> distinct(@Nullable Collection<? extends T> values, String field) {
    List<T> copy = nonEmpty(values, field);
    Set<T> seen = new HashSet<>();
    for (int i = 0; i < copy.size(); i++) {
      if (!seen.add(copy.get(i))) {
        throw InvalidRequestException.ofValue(
            field + "[" + i + "]", "must not repeat an earlier element");
      }
    }
    return copy;
  }

  /** Copies a set in its order. */
  static <T> Set<T> set(@Nullable Collection<? extends T> values, String field) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(copy(values, field)));
  }

  static <T> Set<T> nonEmptySet(@Nullable Collection<? extends T> values, String field) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(nonEmpty(values, field)));
  }

  /** Copies the array of a varargs parameter. A caller can pass null by mistake. */
  static <T> List<T> listOf(T @Nullable [] values, String field) {
    return copy(Arrays.asList(present(values, field)), field);
  }
}
