package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.ProviderSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in docs/aliyun.md lists exactly the settings of the provider. */
class SettingsTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]*?) ?\\|");
  private static final String BEGIN = "<!-- settings: begin -->";
  private static final String END = "<!-- settings: end -->";

  @Test
  void listsEverySettingWithItsDefaultAndNoOther() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "aliyun.md"));
    String table = page.substring(page.indexOf(BEGIN), page.indexOf(END));

    Map<String, String> defaults = new TreeMap<>();
    Matcher rows = ROW.matcher(table);
    while (rows.find()) {
      defaults.put(rows.group(1), rows.group(2));
    }

    assertThat(defaults)
        .containsOnlyKeys(AliyunSettings.ALL.stream().map(ProviderSetting::name).toList());
    for (ProviderSetting<?> setting : AliyunSettings.ALL) {
      setting
          .defaultText()
          .ifPresent(
              value -> assertThat(defaults.get(setting.name())).isEqualTo("`" + value + "`"));
    }
  }
}
