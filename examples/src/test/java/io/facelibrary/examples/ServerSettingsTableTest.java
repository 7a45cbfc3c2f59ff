package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.green.GreenServerSettings;
import io.facelibrary.green.GreenServerSettings.Setting;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/green-server.md has the settings of the server, and no others. */
class ServerSettingsTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @Test
  void namesEverySettingAndNoOther() {
    List<String> rows =
        Page.read("docs/green-server.md")
            .between("<!-- settings: begin -->", "<!-- settings: end -->");

    List<String> named =
        ROW.matcher(String.join("\n", rows))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            GreenServerSettings.all().stream().map(Setting::name).toList());
  }
}
