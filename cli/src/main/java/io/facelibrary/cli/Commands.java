package io.facelibrary.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands there are, in the order of the help. */
final class Commands {
  private static final Map<String, Function<Shell, CommandLine>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("person", Commands::person);
    ALL.put("face", Commands::face);
    ALL.put("group", shell -> group("Look at groups.", new GroupListCommand(shell)));
    ALL.put("search", shell -> new CommandLine(new SearchCommand(shell)));
    ALL.put("check", shell -> new CommandLine(new CheckCommand(shell)));
    ALL.put("backup", shell -> new CommandLine(new BackupCommand(shell)));
    ALL.put("serve", shell -> new CommandLine(new ServeCommand(shell)));
    ALL.put("providers", shell -> new CommandLine(new ProvidersCommand(shell)));
    ALL.put("completion", shell -> new CommandLine(new CompletionCommand(shell)));
    ALL.put("help", shell -> new CommandLine(new HelpCommand()));
  }

  private Commands() {}

  /**
   * Returns the command with the subcommand that the first argument names, or else with all. To
   * look into all of them takes longer than most commands do.
   */
  static CommandLine tree(Shell shell, String... arguments) {
    CommandLine root = new CommandLine(new FaceLibraryCommand());
    boolean one =
        arguments.length > 0
            && ALL.containsKey(arguments[0])
            && !List.of("help", "completion").contains(arguments[0]);
    ALL.forEach(
        (name, command) -> {
          if (!one || name.equals(arguments[0])) {
            root.addSubcommand(name, command.apply(shell));
          }
        });
    addHelp(root);
    root.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build())
        .version("face-library " + version());
    return root;
  }

  private static CommandLine person(Shell shell) {
    return group(
        "Add, look at, change and delete persons.",
        new PersonAddCommand(shell),
        new PersonListCommand(shell),
        new PersonShowCommand(shell),
        new PersonUpdateCommand(shell),
        new PersonDeleteCommand(shell),
        new PersonJoinCommand(shell),
        new PersonLeaveCommand(shell));
  }

  private static CommandLine face(Shell shell) {
    return group(
        "Add, look at and delete the faces of a person.",
        new FaceAddCommand(shell),
        new FaceListCommand(shell),
        new FaceShowCommand(shell),
        new FaceDeleteCommand(shell));
  }

  private static CommandLine group(String description, Object... commands) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
    CommandLine line = new CommandLine(spec);
    for (Object command : commands) {
      line.addSubcommand(command);
    }
    return line;
  }

  /** The jar knows; classes that were never packed have no version. */
  private static String version() {
    return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
        .orElse("(not packed)");
  }

  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (!(command.getCommand() instanceof HelpCommand)) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help.")
              .build());
    }
    command.getSubcommands().values().forEach(Commands::addHelp);
  }
}
