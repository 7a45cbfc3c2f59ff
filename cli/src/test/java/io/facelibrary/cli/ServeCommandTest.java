package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.green.GreenServerSettings;
import io.facelibrary.green.GreenServerSettings.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class ServeCommandTest {
  private final Map<String, String> environment =
      new HashMap<>(Map.of("FACE_LIBRARY_PROVIDER", "inmemory"));
  private final Map<String, String> typed = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StopSignal stop = new StopSignal();
  private final CommandContext context =
      new CommandContext(
          environment,
          new Terminal(
              new PrintWriter(out),
              new PrintWriter(err),
              false,
              false,
              name -> Optional.ofNullable(typed.get(name))),
          stop);

  @Test
  void servesUntilItIsStopped() {
    assertThat(serve("--anonymous", "--port=0", "-o", "json")).isZero();
    assertThat(out.toString()).startsWith("{\"uri\":\"http://127.0.0.1:");
  }

  @Test
  void hasAnOptionForEverySettingThatIsNotASecret() {
    CommandSpec serve =
        Program.commandLine(context, "serve").getSubcommands().get("serve").getCommandSpec();

    for (Setting setting : GreenServerSettings.all()) {
      assertThat(serve.findOption("--" + setting.name()) == null)
          .as(setting.name())
          .isEqualTo(setting.isSecret());
    }
  }

  @Test
  void readsVariablesAndPrefersOptions() {
    environment.put("GREEN_ANONYMOUS", "true");
    environment.put("GREEN_PORT", "70000");

    assertThat(serve("--port=0")).isZero();
    assertThat(serve()).isNotZero();
    assertThat(err.toString()).contains("port");
  }

  @Test
  void asksForTheSecretOfAnAccessKey() {
    typed.put("access-key-secret", "s");

    assertThat(serve("--access-key-id=me", "--port=0")).isZero();
  }

  @Test
  void namesTheVariableOfAMissingSecret() {
    assertThat(serve("--access-key-id=me", "--port=0")).isNotZero();
    assertThat(err.toString()).contains("GREEN_ACCESS_KEY_SECRET");
  }

  @Test
  void requiresAnAccessKeyOrAnonymous() {
    assertThat(serve("--port=0")).isNotZero();
    assertThat(err.toString()).contains("access-key-id");
  }

  /** Runs the command, which stops as soon as it serves. */
  private int serve(String... options) {
    stop.request();
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Program.run(context, arguments);
  }
}
