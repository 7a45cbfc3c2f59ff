package io.facelibrary.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The content of docs/cli.md: the help of every command. */
final class CliDocument {
  private static final String START =
      """
      # The command `face-library`

      A test generates this document from the help of the command. Run the command as `./face-library`
      from a checkout. The first run builds it, which needs a JDK 17 or newer and Maven 3.8 or newer. Or run
      it as `java -jar cli/target/face-library.jar`.

      Tables are for people and may change. `--output json` prints one JSON object, whose names do not
      change. A command that fails prints one line on standard error, and its JSON output is incomplete. All
      text is UTF-8. Colors are used only on a terminal, and not if `NO_COLOR` is set.
      """;

  private CliDocument() {}

  static String text() {
    StringBuilder text = new StringBuilder(START);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, false, name -> Optional.empty());
    describe(Program.commandLine(new CommandContext(Map.of(), terminal, new StopSignal())), text);
    return text.toString();
  }

  private static void describe(CommandLine command, StringBuilder text) {
    String help = command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n");
    text.append("\n## ").append(command.getCommandSpec().qualifiedName());
    text.append("\n\n```\n").append(help.stripTrailing()).append("\n```\n");
    command.getSubcommands().values().forEach(subcommand -> describe(subcommand, text));
  }
}
