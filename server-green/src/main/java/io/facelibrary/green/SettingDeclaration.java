package io.facelibrary.green;

import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One setting with its use.
 *
 * @param heading the heading under which a help page lists the setting
 * @param described the setting with its default, for the help page
 * @param setting the setting without a default, so that an absent one changes nothing
 * @param put puts the value into a draft
 */
record SettingDeclaration<T>(
    String heading,
    ProviderSetting<T> described,
    ProviderSetting<T> setting,
    BiConsumer<SettingsDraft, T> put) {
  private static final Duration MAX_DURATION = Duration.ofDays(1);

  /** Reads the value of a setting, if it is set, and puts it into the draft. */
  void read(ProviderSettings values, SettingsDraft draft) {
    values.find(setting).ifPresent(value -> put.accept(draft, value));
  }

  GreenServerSettings.Setting help() {
    return new GreenServerSettings.Setting(
        heading,
        described.name(),
        described.placeholder(),
        sentence(described.meaning()),
        described.isSecret());
  }

  /** Returns the help of the setting that names a file with the secret. */
  GreenServerSettings.Setting fileHelp() {
    String meaning = "A file that contains the value of " + described.name() + ".";
    return new GreenServerSettings.Setting(heading, described.fileName(), "FILE", meaning, false);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  /** Creates the declarations of one section. */
  record Section(String heading) {
    <T> SettingDeclaration<T> of(ProviderSetting<T> setting, BiConsumer<SettingsDraft, T> put) {
      return new SettingDeclaration<>(heading, setting, setting, put);
    }

    <T> SettingDeclaration<T> of(
        ProviderSetting<T> setting, T fallback, BiConsumer<SettingsDraft, T> put) {
      return new SettingDeclaration<>(heading, setting.orElse(fallback), setting, put);
    }

    SettingDeclaration<String> text(
        String name, String meaning, BiConsumer<SettingsDraft, String> put) {
      return of(ProviderSetting.text(name, meaning), put);
    }

    SettingDeclaration<String> text(
        String name, String meaning, String fallback, BiConsumer<SettingsDraft, String> put) {
      return of(ProviderSetting.text(name, meaning), fallback, put);
    }

    SettingDeclaration<Secret> secret(
        String name, String meaning, BiConsumer<SettingsDraft, Secret> put) {
      return of(ProviderSetting.secret(name, meaning), put);
    }

    /** A switch; the value {@code false} is the same as no value. */
    SettingDeclaration<Boolean> flag(String name, String meaning, Consumer<SettingsDraft> turnOn) {
      return of(
          ProviderSetting.flag(name, meaning),
          (draft, isOn) -> {
            if (isOn) {
              turnOn.accept(draft);
            }
          });
    }

    SettingDeclaration<Integer> count(
        String name, String meaning, int fallback, BiConsumer<SettingsDraft, Integer> put) {
      return of(count(name, meaning), fallback, put);
    }

    static ProviderSetting<Integer> count(String name, String meaning) {
      return ProviderSetting.integer(name, meaning).between(1, Integer.MAX_VALUE);
    }

    SettingDeclaration<Duration> delay(
        String name, String meaning, Duration fallback, BiConsumer<SettingsDraft, Duration> put) {
      return of(
          ProviderSetting.duration(name, meaning).between(Duration.ZERO, MAX_DURATION),
          fallback,
          put);
    }

    SettingDeclaration<Duration> timeout(
        String name, String meaning, Duration fallback, BiConsumer<SettingsDraft, Duration> put) {
      return of(
          ProviderSetting.duration(name, meaning).between(Duration.ofMillis(1), MAX_DURATION),
          fallback,
          put);
    }

    <E extends Enum<E>> SettingDeclaration<E> word(
        String name, String meaning, E fallback, BiConsumer<SettingsDraft, E> put) {
      return of(ProviderSetting.oneOf(name, meaning, fallback.getDeclaringClass()), fallback, put);
    }
  }
}
