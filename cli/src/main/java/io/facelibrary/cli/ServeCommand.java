package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.green.GreenServer;
import io.facelibrary.green.GreenServerSettings;
import io.facelibrary.green.GreenServerSettings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Serves a library. Its options are the {@link GreenServerSettings}. */
@Command(
    name = "serve",
    description = {
      "Serve the library in the protocol of Alibaba Cloud Green, until Ctrl-C.",
      "Every option of the server can also be set by an environment variable, such as"
          + " GREEN_BODY_BYTES for --body-bytes; options win.",
      "Secrets are read from variables (GREEN_ACCESS_KEY_SECRET, GREEN_KEY_STORE_PASSWORD and"
          + " GREEN_ADMIN_TOKEN) or from files. The first two are asked for at the terminal if they"
          + " are needed and not set.",
      "The access log is written to standard error."
    },
    abbreviateSynopsis = true,
    footer = "%nJSON: {\"uri\"}, as soon as the server accepts requests",
    modelTransformer = ServeCommand.ServerOptions.class)
final class ServeCommand extends LibraryCommand {
  /** The secrets that another setting requires. */
  private static final Map<String, String> REQUIRED_SECRETS =
      Map.of("access-key-id", "access-key-secret", "key-store", "key-store-password");

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    GreenServer.Builder builder = GreenServer.builder().library(library);
    GreenServerSettings.apply(
        serverSettings(), builder, line -> context().terminal().err().println(line));
    try (GreenServer server = builder.start()) {
      Report report = output().report(context());
      report.field("uri", server.uri().toString());
      report.end();
      context().terminal().out().flush();
      context().stopSignal().await();
    }
    return ExitCode.OK;
  }

  private Map<String, String> serverSettings() {
    Map<String, String> settings =
        new LinkedHashMap<>(GreenServerSettings.fromEnvironment(context().environment()));
    for (Setting setting : GreenServerSettings.all()) {
      Optional.ofNullable(spec.findOption(option(setting)))
          .flatMap(option -> Optional.ofNullable(option.<Object>getValue()))
          .filter(value -> !value.equals(false))
          .ifPresent(value -> settings.put(setting.name(), value.toString()));
    }
    REQUIRED_SECRETS.forEach(
        (name, secret) -> {
          if (settings.containsKey(name)
              && !settings.containsKey(secret)
              && !settings.containsKey(secret + "-file")) {
            settings.put(secret, ask(secret));
          }
        });
    return settings;
  }

  private String ask(String secret) {
    return context()
        .terminal()
        .secrets()
        .apply(secret)
        .orElseThrow(
            () ->
                InvalidRequestException.of(
                    secret, "must be set by the variable " + variable(secret)));
  }

  private static String variable(String name) {
    return GreenServerSettings.all().stream()
        .filter(setting -> setting.name().equals(name))
        .map(Setting::variable)
        .findFirst()
        .orElseThrow();
  }

  private static String option(Setting setting) {
    return "--" + setting.name();
  }

  /** Adds an option for each setting that is not a secret, under the heading of its section. */
  static final class ServerOptions implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      Map<String, ArgGroupSpec.Builder> sections = new LinkedHashMap<>();
      for (Setting setting : GreenServerSettings.all()) {
        if (!setting.isSecret()) {
          sections
              .computeIfAbsent(
                  setting.section(),
                  heading ->
                      ArgGroupSpec.builder()
                          .heading("%n" + heading + ":%n")
                          .order(sections.size())
                          .exclusive(false)
                          .validate(false))
              .addArg(optionSpec(setting));
        }
      }
      sections.values().forEach(section -> command.addArgGroup(section.build()));
      return command;
    }

    private static OptionSpec optionSpec(Setting setting) {
      OptionSpec.Builder option =
          OptionSpec.builder(option(setting)).description(setting.meaning());
      return setting.isSwitch()
          ? option.type(boolean.class).arity("0").build()
          : option.type(String.class).paramLabel(setting.placeholder()).build();
    }
  }
}
