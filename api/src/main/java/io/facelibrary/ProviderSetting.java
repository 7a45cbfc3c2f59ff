package io.facelibrary;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A setting of a provider.
 *
 * @param name the name, in lower case with hyphens
 * @param meaning the meaning, range and default of the setting, in one sentence for people
 * @param isSecret whether the value must not be displayed, nor typed where other people can see it
 */
public record ProviderSetting(String name, String meaning, boolean isSecret) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public ProviderSetting {
    Checks.present(name, "name");
    Checks.present(meaning, "meaning");
  }

  /** Returns a setting whose value may be displayed. */
  public static ProviderSetting of(String name, String meaning) {
    return new ProviderSetting(name, meaning, false);
  }

  /** Returns a setting whose value is a secret. */
  public static ProviderSetting secret(String name, String meaning) {
    return new ProviderSetting(name, meaning, true);
  }

  /** Returns the names of the settings, for {@link ProviderSettings#allowOnly}. */
  public static Set<String> names(Collection<ProviderSetting> settings) {
    return Checks.copy(settings, "settings").stream()
        .map(ProviderSetting::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
