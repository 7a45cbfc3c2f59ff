package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.ProviderSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/aliyun.md lists exactly the settings of the provider. */
class SettingsTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
  private static final String BEGIN = "<!-- settings: begin -->";
  private static final String END = "<!-- settings: end -->";

  @Test
  void listsEverySettingAndNoOther() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "aliyun.md"));
    String table = page.substring(page.indexOf(BEGIN), page.indexOf(END));

    Set<String> named = new TreeSet<>();
    Matcher rows = ROW.matcher(table);
    while (rows.find()) {
      named.add(rows.group(1));
    }

    assertThat(named).isEqualTo(new TreeSet<>(ProviderSetting.names(AliyunSettings.ALL)));
  }
}
