package io.facelibrary.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All commands, in the order of the help. Creates only the commands that the command line names:
 * creating all of them takes longer than most commands run.
 */
final class Commands {
  /** Commands that list the others. */
  private static final Set<String> NEED_ALL = Set.of("help", "completion");

  private static final Map<String, Entry> PERSON = new LinkedHashMap<>();
  private static final Map<String, Entry> FACE = new LinkedHashMap<>();
  private static final Map<String, Entry> GROUP = new LinkedHashMap<>();
  private static final Map<String, Entry> ALL = new LinkedHashMap<>();

  static {
    PERSON.put("add", leaf(PersonAddCommand::new));
    PERSON.put("list", leaf(PersonListCommand::new));
    PERSON.put("show", leaf(PersonShowCommand::new));
    PERSON.put("update", leaf(PersonUpdateCommand::new));
    PERSON.put("delete", leaf(PersonDeleteCommand::new));
    PERSON.put("join", leaf(PersonJoinCommand::new));
    PERSON.put("leave", leaf(PersonLeaveCommand::new));
    FACE.put("add", leaf(FaceAddCommand::new));
    FACE.put("list", leaf(FaceListCommand::new));
    FACE.put("show", leaf(FaceShowCommand::new));
    FACE.put("delete", leaf(FaceDeleteCommand::new));
    GROUP.put("list", leaf(GroupListCommand::new));
    ALL.put("person", branch("Add, show, change and delete persons.", PERSON));
    ALL.put("face", branch("Add, show and delete the faces of a person.", FACE));
    ALL.put("group", branch("List groups.", GROUP));
    ALL.put("search", leaf(SearchCommand::new));
    ALL.put("import", leaf(ImportCommand::new));
    ALL.put("export", leaf(ExportCommand::new));
    ALL.put("migrate", leaf(MigrateCommand::new));
    ALL.put("check", leaf(CheckCommand::new));
    ALL.put("backup", leaf(BackupCommand::new));
    ALL.put("serve", leaf(ServeCommand::new));
    ALL.put("providers", leaf(ProvidersCommand::new));
    ALL.put("completion", leaf(CompletionCommand::new));
    ALL.put("help", leaf(context -> new HelpCommand()));
  }

  private Commands() {}

  /** Returns the command with the named subcommands, or with all of them if none is named. */
  static CommandLine tree(CommandContext context, List<String> words) {
    CommandLine root = new CommandLine(new FaceLibraryCommand());
    add(ALL, root, context, words);
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

  private static void add(
      Map<String, Entry> commands, CommandLine parent, CommandContext context, List<String> words) {
    Optional<String> named = words.stream().findFirst().filter(commands::containsKey);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    boolean one = named.isPresent() && !NEED_ALL.contains(named.get());
    commands.forEach(
        (name, command) -> {
          if (!one || name.equals(named.get())) {
            parent.addSubcommand(name, command.create(context, one ? rest : List.of()));
          }
        });
  }

  private static Entry leaf(Function<CommandContext, Object> command) {
    return (context, words) -> new CommandLine(command.apply(context));
  }

  private static Entry branch(String description, Map<String, Entry> commands) {
    return (context, words) -> {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
      CommandLine branch = new CommandLine(spec);
      add(commands, branch, context, words);
      return branch;
    };
  }

  /** Returns the version in the manifest of the jar. Classes outside a jar have none. */
  private static String version() {
    return Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }

  private static void addHelp(CommandLine command) {
    if (!(command.getCommand() instanceof HelpCommand)) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help.")
                  .build());
    }
    command.getSubcommands().values().forEach(Commands::addHelp);
  }

  /** Creates one command. */
  private interface Entry {
    /**
     * Creates the command.
     *
     * @param words the words after its name on the command line
     */
    CommandLine create(CommandContext context, List<String> words);
  }
}
