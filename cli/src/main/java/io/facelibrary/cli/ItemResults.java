package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Reports the result of each of several items, including the failed ones. */
final class ItemResults {
  private final CommandContext context;
  private final OutputOptions output;
  private final Report report;
  private boolean anyFailed;
  private boolean anyAbsent;

  private ItemResults(CommandContext context, OutputOptions output, Report report) {
    this.context = context;
    this.output = output;
    this.report = report;
  }

  /**
   * Starts the list of results.
   *
   * @param report the report that ends with this list
   * @param name the name of the list
   * @param item the column that names the item
   */
  static ItemResults start(
      CommandContext context, OutputOptions output, Report report, String name, String item) {
    report.rows(name, List.of(item, "outcome", "id", "kind", "message"));
    return new ItemResults(context, output, report);
  }

  /** Processes an item. A failure does not affect the other items. */
  void attempt(String item, Supplier<ItemResult> work) {
    if (context.stopSignal().isRequested()) {
      add(item, ItemResult.failed(ErrorKind.INTERRUPTED, "not started"));
      return;
    }
    add(item, result(work));
  }

  private static ItemResult result(Supplier<ItemResult> work) {
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

  /** Adds the result of an item. */
  void add(String item, ItemResult result) {
    anyFailed |= result.isFailure();
    anyAbsent |= result.equals(ItemResult.ABSENT);
    report.row(item, result.outcome(), result.id(), result.kind(), result.message());
    if (output.isQuiet() && result.isFailure()) {
      // The row is not printed with --quiet, but the error must be.
      FailureReport.print(context, item + ": " + result.message().orElse(result.outcome()));
    }
  }

  /** Ends the report, and returns the exit code of the command. */
  ExitCode end() {
    report.endRows();
    report.end();
    context.stopSignal().check();
    if (anyFailed) {
      return ExitCode.SOME_FAILED;
    }
    return anyAbsent ? ExitCode.NOT_FOUND : ExitCode.OK;
  }
}
