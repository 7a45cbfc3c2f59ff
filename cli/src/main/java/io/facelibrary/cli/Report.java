package io.facelibrary.cli;

import java.util.List;

/**
 * What a command answers: fields, and lists of rows. People get it as lines and tables, programs as
 * one JSON object of the same names.
 *
 * <p>A value is a text, a number, a truth value, a list of texts, or an {@link java.util.Optional}
 * of those. Rows are written as they come, so a list may be longer than the memory. An answer that
 * is not closed by {@link #end} is recognisably cut off in JSON.
 */
interface Report {

  /** Tells one value. */
  void field(String name, Object value);

  /**
   * Starts a list.
   *
   * @param name in the plural
   * @param columns the names of the values of a row
   */
  void rows(String name, List<String> columns);

  /** Tells one row of the list that was started last. */
  void row(Object... values);

  /** Ends the list. */
  void endRows();

  /** Tells people something that programs find in a field. */
  void say(String sentence);

  /** Ends the answer. */
  void end();
}
