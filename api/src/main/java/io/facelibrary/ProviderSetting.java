package io.facelibrary;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A setting that a provider knows.
 *
 * @param name in lower case with hyphens
 * @param meaning what it sets, in which range, and what holds without it: one sentence for people
 * @param isSecret whether its value must not be shown, nor be typed where others can see it
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

  /** Returns a setting whose value may be seen. */
  public static ProviderSetting of(String name, String meaning) {
    return new ProviderSetting(name, meaning, false);
  }

  /** Returns a setting whose value is a secret. */
  public static ProviderSetting secret(String name, String meaning) {
    return new ProviderSetting(name, meaning, true);
  }

  /** Returns the names of settings, for {@link ProviderSettings#allowOnly}. */
  public static Set<String> names(Collection<ProviderSetting> settings) {
    return Checks.copy(settings, "settings").stream()
        .map(ProviderSetting::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
