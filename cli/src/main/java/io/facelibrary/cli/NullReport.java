package io.facelibrary.cli;

import java.util.List;

/** Prints nothing. */
final class NullReport implements Report {
  @Override
  public void field(String name, Object value) {}

  @Override
  public void rows(String name, List<String> columns) {}

  @Override
  public void row(Object... values) {}

  @Override
  public void endRows() {}

  @Override
  public void say(String sentence) {}

  @Override
  public void end() {}
}
