package io.facelibrary.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes lines and tables. The first rows determine the widths of the columns. A later, wider row
 * is misaligned, because waiting for the last of a million rows would be worse.
 */
final class TableReport implements Report {
  private static final int ROWS_MEASURED = 500;
  private static final String GAP = "  ";

  private final PrintWriter out;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = {};
  private boolean measured;

  TableReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void field(String name, Object value) {
    if (!value.equals(Optional.empty())) {
      out.println(name + ": " + shown(value));
    }
  }

  @Override
  public void rows(String name, List<String> columns) {
    widths = new int[columns.size()];
    measured = false;
    waiting.add(columns.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList());
  }

  @Override
  public void row(Object... values) {
    List<String> row = new ArrayList<>();
    for (Object value : values) {
      row.add(shown(value));
    }
    if (measured) {
      print(row);
    } else {
      waiting.add(row);
      if (waiting.size() > ROWS_MEASURED) {
        printWaiting();
      }
    }
  }

  @Override
  public void endRows() {
    printWaiting();
  }

  @Override
  public void say(String sentence) {
    out.println(printable(sentence));
  }

  @Override
  public void end() {
    // Everything is written already.
  }

  private void printWaiting() {
    for (List<String> row : waiting) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    measured = true;
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(row.get(i));
      line.append(" ".repeat(Math.max(0, widths[i] - length(row.get(i)))));
    }
    out.println(line.toString().stripTrailing());
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shown(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(TableReport::shown).orElse("");
    }
    if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(TableReport::shown).toList());
    }
    if (value instanceof Double number) {
      boolean isTiny = number != 0 && Math.abs(number) < 0.0001;
      return String.format(Locale.ROOT, isTiny ? "%.0e" : "%.4f", number);
    }
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    return printable(value.toString());
  }

  /** Replaces control characters, so that a name cannot move the cursor or start a line. */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return shown.toString();
  }
}
