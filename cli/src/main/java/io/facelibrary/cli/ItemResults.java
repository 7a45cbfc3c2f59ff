package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Tells what became of each of several items, so that nothing half done goes unreported. */
final class ItemResults {
  private final CommandContext shell;
  private final OutputOptions output;
  private final Report report;
  private boolean anyFailed;
  private boolean anyAbsent;

  private ItemResults(CommandContext shell, OutputOptions output, Report report) {
    this.shell = shell;
    this.output = output;
    this.report = report;
  }

  /**
   * Starts the list of outcomes.
   *
   * @param report the answer that the list is part of, and ends with
   * @param name of the list
   * @param item the column that says which item
   */
  static ItemResults start(
      CommandContext shell, OutputOptions output, Report report, String name, String item) {
    report.rows(name, List.of(item, "outcome", "id", "kind", "message"));
    return new ItemResults(shell, output, report);
  }

  /** Does something to an item; if that fails, the others are not affected. */
  void attempt(String item, Supplier<ItemResult> work) {
    if (shell.interruption().isRequested()) {
      tell(item, ItemResult.failed(ErrorKind.INTERRUPTED, "not begun"));
      return;
    }
    tell(item, outcome(work));
  }

  private static ItemResult outcome(Supplier<ItemResult> work) {
    try {
      return work.get();
    } catch (OutputClosedException e) {
      throw e;
    } catch (FaceLibraryException e) {
      return ItemResult.failed(e);
    } catch (UncheckedIOException e) {
      return ItemResult.failed(ErrorKind.UNAVAILABLE, FailureReport.reason(e));
    }
  }

  void tell(String item, ItemResult outcome) {
    anyFailed |= outcome.isFailure();
    anyAbsent |= outcome.equals(ItemResult.ABSENT);
    report.row(item, outcome.word(), outcome.made(), outcome.kind(), outcome.message());
    if (output.isQuiet() && outcome.isFailure()) {
      // The row was not told, and an error must be.
      FailureReport.tell(shell, item + ": " + outcome.message().orElse(outcome.word()));
    }
  }

  /** Ends the answer, and returns what the command ends with. */
  ExitCode end() {
    report.endRows();
    report.end();
    shell.interruption().check();
    if (anyFailed) {
      return ExitCode.SOME_FAILED;
    }
    return anyAbsent ? ExitCode.NOT_FOUND : ExitCode.OK;
  }
}
