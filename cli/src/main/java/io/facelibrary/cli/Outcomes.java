package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.util.List;
import java.util.function.Supplier;

/** Tells what became of each of several items, so that nothing half done goes unreported. */
final class Outcomes {
  private final Report report;
  private final Interruption interruption;
  private boolean anyFailed;
  private boolean anyAbsent;

  private Outcomes(Report report, Interruption interruption) {
    this.report = report;
    this.interruption = interruption;
  }

  /**
   * Starts the list of outcomes.
   *
   * @param name of the list
   * @param item the column that says which item
   */
  static Outcomes start(Report report, String name, String item, Interruption interruption) {
    report.rows(name, List.of(item, "outcome", "kind", "message"));
    return new Outcomes(report, interruption);
  }

  /** Does something to an item; if that fails, the others are not affected. */
  void attempt(String item, Supplier<Outcome> work) {
    if (interruption.isRequested()) {
      tell(item, Outcome.failed(ErrorKind.INTERRUPTED.name(), "not begun"));
      return;
    }
    try {
      tell(item, work.get());
    } catch (FaceLibraryException e) {
      tell(item, Outcome.failed(e));
    }
  }

  void tell(String item, Outcome outcome) {
    anyFailed |= outcome.isFailure();
    anyAbsent |= outcome.equals(Outcome.ABSENT);
    report.row(item, outcome.word(), outcome.kind(), outcome.message());
  }

  /** Ends the answer, and returns what the command ends with. */
  ExitCode end() {
    report.endRows();
    report.end();
    interruption.check();
    if (anyFailed) {
      return ExitCode.SOME_FAILED;
    }
    return anyAbsent ? ExitCode.NOT_FOUND : ExitCode.OK;
  }
}
