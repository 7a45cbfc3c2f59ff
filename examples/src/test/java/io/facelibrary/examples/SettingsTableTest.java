package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/embedded.md equals the settings that the provider declares. {@code
 * -Dreadme.update=true} writes it.
 */
class SettingsTableTest {

  @Test
  void equalsTheSettingsOfTheProvider() {
    Page page = Page.read("docs/embedded.md");
    List<String> quoted = page.between("<!-- settings: begin -->", "<!-- settings: end -->");
    List<String> table = table("embedded");

    if (Page.isUpdated()) {
      quoted.clear();
      quoted.addAll(table);
      page.write();
    }
    assertThat(table)
        .as("the table in docs/embedded.md; to write it: -Dreadme.update=true")
        .isEqualTo(quoted);
  }

  private static List<String> table(String name) {
    FaceLibraryProvider provider =
        FaceLibraries.providers().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> rows = new ArrayList<>(List.of("| setting | meaning |", "|---|---|"));
    for (ProviderSetting<?> setting : provider.settings()) {
      rows.add("| `" + setting.name() + "` | " + setting.meaning() + " |");
    }
    return rows;
  }
}
