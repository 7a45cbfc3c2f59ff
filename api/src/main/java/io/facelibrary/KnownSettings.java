package io.facelibrary;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The names that an owner of settings knows. They are compared as environment variables are,
 * without hyphens, dots, underscores and case.
 */
final class KnownSettings {
  // More edits than this relate names that people do not confuse.
  private static final int MAX_EDITS = 2;

  private final String owner;
  private final String prefix;
  private final Map<String, String> byKey = new HashMap<>();

  private KnownSettings(String owner, String prefix) {
    this.owner = owner;
    this.prefix = prefix;
  }

  /**
   * Returns the names of settings.
   *
   * @param owner the owner in messages, such as {@code the provider inmemory}
   * @param prefix the beginning of all names in messages
   * @throws FaceLibraryException {@code INTERNAL} if two names are the same in the environment
   */
  static KnownSettings of(
      String owner, String prefix, Collection<? extends ProviderSetting<?>> settings) {
    KnownSettings known = new KnownSettings(owner, prefix);
    ProviderSetting.names(List.copyOf(settings)).forEach(known::add);
    return known;
  }

  void add(String name) {
    String other = byKey.putIfAbsent(key(name), name);
    if (other != null) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL,
          Effect.NONE,
          "the settings %s and %s of %s have the same environment variable"
              .formatted(other, name, owner));
    }
  }

  boolean contains(String name) {
    return name.equals(byKey.get(key(name)));
  }

  /** Returns the name that a part of an environment variable means. */
  Optional<String> ofVariable(String part) {
    return Optional.ofNullable(byKey.get(key(part)));
  }

  InvalidRequestException unknown(String name) {
    return unknown(prefix + name, nearest(name).map(near -> prefix + near));
  }

  /** Refuses a variable; the part is its name without the prefix of all variables. */
  InvalidRequestException unknownVariable(String variable, String part) {
    String variables = variable.substring(0, variable.length() - part.length());
    return unknown(variable, nearest(part).map(near -> variables + Words.toUpperCase(near)));
  }

  private InvalidRequestException unknown(String field, Optional<String> nearest) {
    TreeSet<String> names = new TreeSet<>();
    byKey.values().forEach(name -> names.add(prefix + name));
    String known = names.isEmpty() ? "it has no settings" : "its settings are " + names;
    return InvalidRequestException.of(
        field,
        "is not a setting of "
            + owner
            + nearest.map(near -> " (did you mean " + near + "?)").orElse("")
            + "; "
            + known);
  }

  private Optional<String> nearest(String name) {
    String key = key(name);
    int most = Math.min(MAX_EDITS, key.length() / 3);
    String nearest = null;
    int least = most + 1;
    for (String known : new TreeSet<>(byKey.keySet())) {
      int edits = edits(key, known);
      if (edits < least) {
        least = edits;
        nearest = byKey.get(known);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Returns how many characters must be inserted, deleted, replaced or swapped with the next. */
  private static int edits(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(
                Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + replaced);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[from.length()][to.length()];
  }

  /** Returns whether two names are the same in the environment. */
  static boolean isSame(String one, String other) {
    return key(one).equals(key(other));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
  }
}
