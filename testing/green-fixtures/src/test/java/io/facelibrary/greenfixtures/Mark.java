package io.facelibrary.greenfixtures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/** How a fact about the wire is known, the surest first. */
enum Mark {
  /** A page of the vendor says it. */
  D("\\(D\\)|, D\\)"),
  /** The source of an official SDK or utility shows it. */
  S("\\(S\\)|, S\\)"),
  /** The code or the report of a user shows it. */
  R("\\(R\\)|, R\\)"),
  /** We concluded it. */
  I("\\(I\\)|[Ii]nferred"),
  /** Nobody outside the vendor can know it. */
  U("\\(U\\)|[Uu]nknown");

  private final Pattern words;

  Mark(String words) {
    this.words = Pattern.compile(words);
  }

  /** The weakest mark that a text sets on any of its facts. */
  static Mark weakestIn(String prose) {
    return Arrays.stream(values())
        .filter(mark -> mark.words.matcher(prose).find())
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new AssertionError("no fact is marked in: " + prose));
  }
}
