package io.facelibrary.green;

import io.facelibrary.ProviderSettings;
import io.facelibrary.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One setting with its parser.
 *
 * @param setting name and meaning
 * @param reader parses the value and puts it into a draft
 */
record SettingDeclaration(GreenServerSettings.Setting setting, Reader reader) {
  private static final Duration MAX_DURATION = Duration.ofDays(1);

  /** Parses the value of a setting, if it is set. */
  @FunctionalInterface
  interface Reader {
    void read(ProviderSettings values, SettingsDraft draft);
  }

  /** Creates the declarations of one section. */
  record Section(String heading) {
    SettingDeclaration text(
        String name, String placeholder, String meaning, BiConsumer<SettingsDraft, String> put) {
      return of(name, placeholder, meaning, (values, draft) -> put(draft, values.text(name), put));
    }

    SettingDeclaration secret(String name, String meaning, BiConsumer<SettingsDraft, Secret> put) {
      return new SettingDeclaration(
          new GreenServerSettings.Setting(heading, name, "SECRET", meaning, true),
          (values, draft) -> put(draft, values.secret(name), put));
    }

    /** A switch; the value {@code false} is the same as no value. */
    SettingDeclaration flag(String name, String meaning, Consumer<SettingsDraft> turnOn) {
      return of(
          name,
          "",
          meaning,
          (values, draft) -> {
            if (values.isOn(name)) {
              turnOn.accept(draft);
            }
          });
    }

    SettingDeclaration integer(
        String name, int min, int max, String meaning, BiConsumer<SettingsDraft, Integer> put) {
      return of(
          name,
          "NUMBER",
          meaning,
          (values, draft) ->
              values.integer(name, min, max).ifPresent(value -> put.accept(draft, value)));
    }

    SettingDeclaration count(String name, String meaning, BiConsumer<SettingsDraft, Integer> put) {
      return integer(name, 1, Integer.MAX_VALUE, meaning, put);
    }

    SettingDeclaration duration(
        String name, Duration min, String meaning, BiConsumer<SettingsDraft, Duration> put) {
      return of(
          name,
          "TIME",
          meaning,
          (values, draft) -> put(draft, values.duration(name, min, MAX_DURATION), put));
    }

    SettingDeclaration timeout(
        String name, String meaning, BiConsumer<SettingsDraft, Duration> put) {
      return duration(name, Duration.ofMillis(1), meaning, put);
    }

    <T extends Enum<T>> SettingDeclaration word(
        String name, Class<T> type, String meaning, BiConsumer<SettingsDraft, T> put) {
      Set<String> words = Words.all(type);
      return of(
          name,
          "WORD",
          meaning,
          (values, draft) ->
              put(draft, values.oneOf(name, words).flatMap(word -> Words.parse(type, word)), put));
    }

    SettingDeclaration of(String name, String placeholder, String meaning, Reader reader) {
      return new SettingDeclaration(
          new GreenServerSettings.Setting(heading, name, placeholder, meaning, false), reader);
    }

    private static <T> void put(
        SettingsDraft draft, Optional<T> value, BiConsumer<SettingsDraft, T> put) {
      value.ifPresent(it -> put.accept(draft, it));
    }
  }
}
