package io.facelibrary.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs one command line. */
final class Program {

  private Program() {}

  /** Returns the exit code of the process. All output is flushed when this returns. */
  static int run(CommandContext context, String... arguments) {
    CommandLine command = commandLine(context, arguments);
    try {
      int code = command.execute(arguments);
      context.terminal().out().flush();
      return code;
    } catch (OutputClosedException e) {
      // Help and buffered output are written outside of any command.
      return new FailureReport(context)
          .handleExecutionException(e, command, command.getParseResult());
    } finally {
      context.terminal().err().flush();
    }
  }

  /** Returns the command with the subcommands that the arguments need. */
  static CommandLine commandLine(CommandContext context, String... arguments) {
    CommandLine command = Commands.tree(context, List.of(arguments));
    command.setOut(context.terminal().out());
    command.setErr(context.terminal().err());
    FailureReport failures = new FailureReport(context);
    command.setExecutionExceptionHandler(failures);
    command.setParameterExceptionHandler(failures);
    boolean hasColors =
        context.terminal().outIsTerminal()
            && context.environment().getOrDefault("NO_COLOR", "").isEmpty();
    command.setColorScheme(CommandLine.Help.defaultColorScheme(hasColors ? Ansi.ON : Ansi.OFF));
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
