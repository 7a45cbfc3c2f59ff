package io.facelibrary.cli;

import io.facelibrary.transfer.ItemOutcome;
import io.facelibrary.transfer.Transfer;
import io.facelibrary.transfer.TransferResult;
import java.util.Locale;

/** Runs a transfer as a command: with progress, Ctrl-C, and what became of everything. */
record TransferRun(CommandContext shell, OutputOptions output, TransferFiles files) {

  /** Plans or copies. */
  TransferResult run(Transfer transfer, boolean isPlan) {
    shell
        .interruption()
        .tellWhenStopped(
            "run the same command again to go on; nothing is added twice (journal "
                + files.journal()
                + ")");
    // Heard under the transfer's own lock, and closed when it has ended.
    Progress[] progress = {Progress.silent()};
    transfer
        .journal(files.journal())
        .report(files.report())
        .stopWhen(shell.interruption()::isRequested)
        .progress(
            (done, total, rejected) -> {
              if (done == 1) {
                progress[0] = output.progress(shell, "faces", total.orElse(-1));
              }
              progress[0].reach(done);
            });
    try {
      return isPlan ? transfer.plan() : transfer.run();
    } finally {
      progress[0].close();
    }
  }

  /** Tells what became of the faces. */
  void tell(Report report, TransferResult result, boolean isPlan) {
    report.field("dryRun", isPlan);
    report.field("personsAdded", result.personsAdded());
    for (ItemOutcome outcome : ItemOutcome.values()) {
      report.field(name(outcome), result.count(outcome));
    }
    report.field("includesUngrouped", result.includesUngrouped());
    report.field("report", files.report().toString());
    if (!result.includesUngrouped()) {
      report.say("The source does not tell of persons in no group; they were not seen.");
    }
  }

  private static String name(ItemOutcome outcome) {
    return outcome == ItemOutcome.ALREADY_DONE
        ? "alreadyDone"
        : outcome.name().toLowerCase(Locale.ROOT);
  }
}
