package io.facelibrary.greenfixtures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/** How a fact about the protocol is known, the most reliable first. */
enum Mark {
  /** A page of the vendor documents it. */
  D("\\(D\\)|, D\\)"),
  /** The source of an official SDK or utility shows it. */
  S("\\(S\\)|, S\\)"),
  /** The code or a report of a user shows it. */
  R("\\(R\\)|, R\\)"),
  /** It is inferred. */
  I("\\(I\\)|[Ii]nferred"),
  /** It is unknown outside the vendor. */
  U("\\(U\\)|[Uu]nknown");

  private final Pattern words;

  Mark(String words) {
    this.words = Pattern.compile(words);
  }

  /** Returns the weakest mark of any fact in a text. */
  static Mark weakestIn(String prose) {
    return Arrays.stream(values())
        .filter(mark -> mark.words.matcher(prose).find())
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new AssertionError("no fact is marked in: " + prose));
  }
}
