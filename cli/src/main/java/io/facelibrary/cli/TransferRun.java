package io.facelibrary.cli;

import io.facelibrary.transfer.ItemOutcome;
import io.facelibrary.transfer.Transfer;
import io.facelibrary.transfer.TransferResult;

/** Runs a transfer for a command: with progress, Ctrl-C, a journal and a report. */
final class TransferRun {
  private final CommandContext context;
  private final OutputOptions output;
  private final TransferFiles files;
  private final boolean isDryRun;

  TransferRun(
      CommandContext context, OutputOptions output, TransferFiles files, TransferOptions options) {
    this.context = context;
    this.output = output;
    this.isDryRun = options.isDryRun();
    this.files = isDryRun ? files.forPlan() : files;
  }

  /** Plans or copies. */
  TransferResult run(Transfer transfer) {
    context
        .stopSignal()
        .setResumeHint(
            "run the same command again to resume; no face is added twice (journal "
                + files.journal()
                + ")");
    // Called under the transfer's lock, and closed after the transfer.
    Progress[] progress = {Progress.silent()};
    transfer
        .journal(files.journal())
        .report(files.report())
        .stopWhen(context.stopSignal()::isRequested)
        .progress(
            reached -> {
              if (reached.done() == 1) {
                progress[0] = output.progress(context, "faces", reached.total().orElse(-1));
              }
              progress[0].reach(reached.done());
            });
    try {
      return isDryRun ? transfer.plan() : transfer.run();
    } finally {
      progress[0].close();
    }
  }

  /** Writes the counts into the output. */
  void write(Report report, TransferResult result) {
    report.field("dryRun", isDryRun);
    report.field("personsAdded", result.personsAdded());
    for (ItemOutcome outcome : ItemOutcome.values()) {
      report.field(Words.ofField(outcome), result.count(outcome));
    }
    report.field("includesUngrouped", result.includesUngrouped());
    report.field("report", files.report().toString());
    if (!result.includesUngrouped()) {
      report.say("The source does not report persons in no group; they were not copied.");
    }
  }
}
