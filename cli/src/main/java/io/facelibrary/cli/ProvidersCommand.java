package io.facelibrary.cli;

import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells who can keep faces, and what can be set. */
@Command(
    name = "providers",
    description = "List the providers with their settings, and the encoders of faces.",
    footer = {
      "%nJSON: {\"providers\": [{\"name\"}], \"settings\": [{\"provider\", \"setting\", \"secret\","
          + " \"variable\", \"meaning\"}], \"encoders\": [{\"name\"}]}",
      "An encoder is used by a provider that has the setting encoder: --set encoder=recognition"
    })
final class ProvidersCommand implements Callable<Integer> {
  private final CommandContext shell;

  @Mixin private OutputOptions output = new OutputOptions();

  ProvidersCommand(CommandContext shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<FaceLibraryProvider> providers = FaceLibraries.providers();
    Report report = output.report(shell);
    report.rows("providers", List.of("name"));
    providers.forEach(provider -> report.row(provider.name()));
    report.endRows();
    report.rows("settings", List.of("provider", "setting", "secret", "variable", "meaning"));
    for (FaceLibraryProvider provider : providers) {
      for (ProviderSetting setting : provider.settings()) {
        report.row(
            provider.name(),
            setting.name(),
            setting.isSecret(),
            CommandSettings.variable(setting.name()),
            setting.meaning());
      }
    }
    report.endRows();
    report.rows("encoders", List.of("name"));
    FaceEncoders.names().forEach(report::row);
    report.endRows();
    report.end();
    return ExitCode.OK.number();
  }
}
