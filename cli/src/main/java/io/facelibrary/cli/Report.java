package io.facelibrary.cli;

import java.util.List;

/**
 * The output of a command: fields, and lists of rows. It is printed as lines and tables for people,
 * or as one JSON object with the same names for programs.
 *
 * <p>A value is a string, a number, a boolean, a list of strings, or an {@link java.util.Optional}
 * of those. Rows are written immediately, so a list may be larger than the memory. A JSON report
 * without {@link #end} is recognizably incomplete.
 */
interface Report {

  /** Writes one value. */
  void field(String name, Object value);

  /**
   * Starts a list.
   *
   * @param name a noun in the plural
   * @param columns the names of the values of a row
   */
  void rows(String name, List<String> columns);

  /** Writes one row of the list that was started last. */
  void row(Object... values);

  /** Ends the list. */
  void endRows();

  /** Writes a sentence for people. Programs find the fact in a field. */
  void say(String sentence);

  /** Ends the report. */
  void end();
}
