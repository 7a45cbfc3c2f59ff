package io.facelibrary;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads settings from environment variables: see {@link ProviderSettings#fromEnvironment}. */
final class EnvironmentSettings {
  // Kubernetes injects these into each container for each service of the namespace. A service
  // named face-library has the prefix FACE_LIBRARY_.
  private static final Pattern PORT = Pattern.compile("(.+_)?PORT(_\\d+_(TCP|UDP|SCTP))?");
  private static final Pattern PORT_URL = Pattern.compile("(tcp|udp|sctp)://.+:\\d+");
  private static final Pattern SERVICE_PART =
      Pattern.compile(
          "(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR))");

  private final String prefix;
  private final Map<String, String> variables = new TreeMap<>();

  EnvironmentSettings(String prefix, Map<String, String> environment) {
    this.prefix = Checks.present(prefix, "prefix");
    ProviderSettings.copy(Checks.present(environment, "environment"))
        .forEach(
            (variable, value) -> {
              if (variable.startsWith(prefix) && !value.isBlank()) {
                variables.put(variable, value);
              }
            });
  }

  /** Returns the values by the names of the settings. */
  Map<String, String> read(KnownSettings known) {
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> sources = new TreeMap<>();
    variables.forEach(
        (variable, value) -> {
          String part = variable.substring(prefix.length());
          Optional<String> name = known.ofVariable(part);
          // First, because a setting may be named port.
          if (isPort(part, value)) {
            return;
          }
          if (name.isEmpty()) {
            if (SERVICE_PART.matcher(part).matches()) {
              return;
            }
            throw known.unknownVariable(variable, part);
          }
          String other = sources.put(name.get(), variable);
          if (other != null) {
            throw InvalidRequestException.of(
                name.get(), "is set by two variables, " + other + " and " + variable);
          }
          settings.put(name.get(), value);
        });
    return settings;
  }

  /** Returns the value of one setting. */
  Optional<String> find(String name) {
    return variables.entrySet().stream()
        .filter(it -> KnownSettings.isSame(it.getKey().substring(prefix.length()), name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isPort(String part, String value) {
    return PORT.matcher(part).matches() && PORT_URL.matcher(value).matches();
  }
}
