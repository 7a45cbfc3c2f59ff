package io.facelibrary.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What docs/cli.md says: the help of every command. */
final class CliDocument {
  private static final String START =
      """
      # The command `face-library`

      Written by a test from the command's own help. Run it as `./face-library` from a checkout, which
      builds it on first use and needs a JDK 17 or newer and Maven 3.8 or newer for that, or as `java -jar
      cli/target/face-library.jar`.

      Tables are for people and may change; what `--output json` prints is one JSON object, whose names
      stay. A command that fails prints one line on standard error, and what JSON it had begun is cut off.
      Everything is in UTF-8. Colours are used on a terminal only, and not if `NO_COLOR` is set.
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
