package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The settings of a server as strings, for programs that configure one by options, environment
 * variables or a file. Names are in lower case with hyphens.
 *
 * <pre>{@code
 * Map<String, String> settings = GreenServerSettings.fromEnvironment(System.getenv());
 * GreenServer.Builder builder = GreenServer.builder().library(library);
 * GreenServerSettings.apply(settings, builder, System.out::println);
 * }</pre>
 */
public final class GreenServerSettings {
  /** The default of the setting {@code port}. */
  public static final int DEFAULT_PORT = 8080;

  private static final String VARIABLE_PREFIX = "GREEN_";

  private static final String OWNER = "the server";

  private GreenServerSettings() {}

  private static List<? extends ProviderSetting<?>> declared() {
    return SettingDeclarations.ALL.stream().map(SettingDeclaration::setting).toList();
  }

  /** A setting. */
  public static final class Setting {
    private final String section;
    private final String name;
    private final String placeholder;
    private final String meaning;
    private final boolean isSecret;

    Setting(String section, String name, String placeholder, String meaning, boolean isSecret) {
      this.section = section;
      this.name = name;
      this.placeholder = placeholder;
      this.meaning = meaning;
      this.isSecret = isSecret;
    }

    /** Returns the heading under which a help page lists the setting. */
    public String section() {
      return section;
    }

    /** Returns the name, such as {@code body-bytes}. */
    public String name() {
      return name;
    }

    /**
     * Returns the kind of value, such as {@code NUMBER}; empty for a switch, whose value is {@code
     * true} or {@code false}.
     */
    public String placeholder() {
      return placeholder;
    }

    /** Returns the effect of the setting, and its default. */
    public String meaning() {
      return meaning;
    }

    /** Returns whether the value must not be shown or typed where others can see it. */
    public boolean isSecret() {
      return isSecret;
    }

    /** Returns whether the setting is a switch. */
    public boolean isSwitch() {
      return placeholder.isEmpty();
    }

    /** Returns the environment variable of the setting, such as {@code GREEN_BODY_BYTES}. */
    public String variable() {
      return VARIABLE_PREFIX + Words.toUpperCase(name);
    }

    /** Returns the name of the setting. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Returns all settings, in the order of a help page. A secret is followed by the setting that
   * names a file with its value.
   */
  public static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    for (SettingDeclaration<?> declaration : SettingDeclarations.ALL) {
      all.add(declaration.help());
      if (declaration.setting().isSecret()) {
        all.add(declaration.fileHelp());
      }
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * Returns the settings in environment variables whose names start with {@code GREEN_}: see {@link
   * ProviderSettings#fromEnvironment}.
   *
   * @throws InvalidRequestException if a variable is unknown and not injected by Kubernetes, or two
   *     variables set one setting
   */
  public static Map<String, String> fromEnvironment(Map<String, String> environment) {
    return ProviderSettings.fromEnvironment(VARIABLE_PREFIX, environment, OWNER, declared());
  }

  /**
   * Configures a server.
   *
   * @param settings the values by name; absent and blank ones have their defaults
   * @param builder the server to configure
   * @param accessLog receives one line of JSON for each request if {@code access-log} is on
   * @throws InvalidRequestException if a name is unknown, a value is wrong, or neither {@code
   *     access-key-id} nor {@code anonymous} is set; its field is the name
   */
  public static void apply(
      Map<String, String> settings, GreenServer.Builder builder, Consumer<String> accessLog) {
    ProviderSettings values = ProviderSettings.of(settings).checked(OWNER, declared());
    SettingsDraft draft = new SettingsDraft(builder);
    SettingDeclarations.ALL.forEach(declaration -> declaration.read(values, draft));
    draft.finish();
    if (draft.accessLog) {
      builder.onRequest(new AccessLog(Clock.systemUTC(), accessLog));
    }
  }
}
