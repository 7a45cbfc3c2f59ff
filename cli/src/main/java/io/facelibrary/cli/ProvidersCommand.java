package io.facelibrary.cli;

import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists providers with their settings, and encoders. */
@Command(
    name = "providers",
    description = "List the providers with their settings, and the face encoders.",
    footer = {
      "%nJSON: {\"providers\": [{\"name\"}], \"settings\": [{\"provider\", \"setting\", \"secret\","
          + " \"variable\", \"meaning\"}], \"encoders\": [{\"name\"}]}",
      "A provider that has the setting encoder uses an encoder: --set encoder=recognition",
      "A secret can also be read from a file: the setting access-key-secret-file names the file"
          + " with the setting access-key-secret."
    })
final class ProvidersCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private OutputOptions output = new OutputOptions();

  ProvidersCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<FaceLibraryProvider> providers = FaceLibraries.providers();
    Report report = output.report(context);
    report.rows("providers", List.of("name"));
    providers.forEach(provider -> report.row(provider.name()));
    report.endRows();
    report.rows("settings", List.of("provider", "setting", "secret", "variable", "meaning"));
    for (FaceLibraryProvider provider : providers) {
      for (ProviderSetting<?> setting : FaceLibraries.settings(provider)) {
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
