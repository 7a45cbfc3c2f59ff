package io.facelibrary.greenfixtures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of a source file: the HTTP status, the weakest mark, and the sources. */
record Source(int status, Mark mark, String prose) {
  private static final Pattern FORM =
      Pattern.compile("status: (\\d{3})\nmark: ([A-Z])\n\n(\\S.*\\S)\n", Pattern.DOTALL);

  static Source parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new AssertionError("expected two header lines, a blank line and prose: " + text);
    }
    return new Source(Integer.parseInt(form.group(1)), Mark.valueOf(form.group(2)), form.group(3));
  }
}
