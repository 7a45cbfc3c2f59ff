package io.facelibrary.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs one command line. */
final class Program {

  private Program() {}

  /** Returns the code to end the process with; everything is written when this returns. */
  static int run(CommandContext shell, String... arguments) {
    CommandLine command = commandLine(shell, arguments);
    try {
      int code = command.execute(arguments);
      shell.terminal().out().flush();
      return code;
    } catch (OutputClosedException e) {
      // Help, and what was still to be flushed, are written outside of any command.
      return new FailureReport(shell)
          .handleExecutionException(e, command, command.getParseResult());
    } finally {
      shell.terminal().err().flush();
    }
  }

  /** Returns the command with its subcommands, as far as the arguments need them. */
  static CommandLine commandLine(CommandContext shell, String... arguments) {
    CommandLine command = Commands.tree(shell, List.of(arguments));
    command.setOut(shell.terminal().out());
    command.setErr(shell.terminal().err());
    FailureReport failures = new FailureReport(shell);
    command.setExecutionExceptionHandler(failures);
    command.setParameterExceptionHandler(failures);
    boolean coloured =
        shell.terminal().outIsTerminal()
            && shell.environment().getOrDefault("NO_COLOR", "").isEmpty();
    command.setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setAbbreviatedOptionsAllowed(false);
    command.setExpandAtFiles(false);
    command.setUsageHelpAutoWidth(false);
    command.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    return command;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.number()), code.meaning());
    }
    return codes;
  }
}
