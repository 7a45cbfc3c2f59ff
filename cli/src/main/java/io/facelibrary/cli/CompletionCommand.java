package io.facelibrary.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes the command. */
@Command(
    name = "completion",
    description = {
      "Print a script for bash and zsh that completes commands and options.",
      "To use it: source <(face-library completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final CommandContext shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(CommandContext shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.terminal().out().println(AutoComplete.bash("face-library", spec.root().commandLine()));
    return ExitCode.OK.number();
  }
}
