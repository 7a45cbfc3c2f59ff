package io.facelibrary.green.app;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSettings;
import io.facelibrary.green.FaultInjection;
import io.facelibrary.green.GreenServer;
import io.facelibrary.green.HttpLimits;
import io.facelibrary.green.ImageFetchOptions;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.green.UploadLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets a server up as settings say. */
final class ServerSettings {
  private static final Set<String> KNOWN =
      Set.of(
          "host",
          "port",
          "public-address",
          "anonymous",
          "access-key-id",
          "access-key-secret",
          "strict",
          "key-store",
          "key-store-password",
          "admin-token",
          "access-log",
          "body-bytes",
          "connections",
          "threads",
          "idle",
          "header-time",
          "body-time",
          "stop-timeout",
          "upload-object-bytes",
          "upload-objects",
          "upload-bytes",
          "upload-life",
          "calls-per-second",
          "throttling",
          "latency",
          "read-only",
          "fault-share",
          "fault-seed",
          "faults",
          "full-person",
          "missing-group",
          "joining-missing-group",
          "absent-fields",
          "rate-scale",
          "missing-person-code",
          "missing-person-on-delete-faces-code",
          "suggestion-of-match",
          "label-of-match",
          "suggestion-of-none",
          "label-of-none",
          "fetch-pictures",
          "fetch-time",
          "fetch-bytes",
          "fetch-private-addresses");
  private static final int MOST = Integer.MAX_VALUE;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final ProviderSettings settings;

  ServerSettings(ProviderSettings settings) {
    settings.allowOnly(KNOWN);
    this.settings = settings;
  }

  boolean logsAccess() {
    return settings.isOn("access-log");
  }

  void configure(GreenServer.Builder builder) {
    settings.text("host").ifPresent(builder::host);
    builder.port(settings.integer("port", 0, 65535).orElse(8080));
    settings.uri("public-address", Set.of("http", "https")).ifPresent(builder::publicAddress);
    settings.duration("stop-timeout", Duration.ZERO, LONGEST).ifPresent(builder::stopTimeout);
    entrance(builder);
    builder.httpLimits(httpLimits()).uploadLimits(uploadLimits());
    builder.emulation(emulation()).assumptions(assumptions());
    settings.secret("admin-token").ifPresent(builder::adminToken);
    if (settings.isOn("fetch-pictures")) {
      builder.fetchImages(fetching());
    }
  }

  private ImageFetchOptions fetching() {
    ImageFetchOptions limits = ImageFetchOptions.defaults();
    ImageFetchOptions fetching =
        limits
            .withTime(settings.duration("fetch-time", SHORTEST, LONGEST).orElse(limits.time()))
            .withBytes(settings.integer("fetch-bytes", 1, MOST).orElse(limits.bytes()));
    return settings.isOn("fetch-private-addresses") ? fetching.withPrivateAddresses() : fetching;
  }

  private void entrance(GreenServer.Builder builder) {
    Optional<String> id = settings.text("access-key-id");
    if (settings.isOn("anonymous")) {
      builder.anonymous();
    } else if (id.isEmpty()) {
      throw InvalidRequestException.of(
          "access-key-id", "must be set, or anonymous, which lets everybody in");
    }
    id.ifPresent(
        name -> {
          settings.requiredText("access-key-secret");
          builder.credentials(name, settings.secret("access-key-secret").orElseThrow());
        });
    if (settings.isOn("strict")) {
      builder.strict();
    }
    settings
        .text("key-store")
        .ifPresent(
            file -> {
              settings.requiredText("key-store-password");
              builder.https(Path.of(file), settings.secret("key-store-password").orElseThrow());
            });
  }

  private HttpLimits httpLimits() {
    HttpLimits limits = HttpLimits.defaults();
    return limits
        .withBodyBytes(settings.integer("body-bytes", 1, MOST).orElse(limits.bodyBytes()))
        .withConnections(settings.integer("connections", 1, MOST).orElse(limits.connections()))
        .withThreads(settings.integer("threads", 8, 100_000).orElse(limits.threads()))
        .withIdle(settings.duration("idle", SHORTEST, LONGEST).orElse(limits.idle()))
        .withHead(settings.duration("header-time", SHORTEST, LONGEST).orElse(limits.head()))
        .withBody(settings.duration("body-time", SHORTEST, LONGEST).orElse(limits.body()));
  }

  private UploadLimits uploadLimits() {
    UploadLimits limits = UploadLimits.defaults();
    return limits
        .withObjectBytes(
            settings.integer("upload-object-bytes", 1, MOST).orElse(limits.objectBytes()))
        .withObjects(settings.integer("upload-objects", 1, MOST).orElse(limits.objects()))
        .withBytes(settings.longInteger("upload-bytes", 1, Long.MAX_VALUE).orElse(limits.bytes()))
        .withLife(settings.duration("upload-life", SHORTEST, LONGEST).orElse(limits.life()));
  }

  private FaultInjection emulation() {
    FaultInjection.Builder emulation = FaultInjection.builder();
    settings.integer("calls-per-second", 1, MOST).ifPresent(emulation::callsPerSecond);
    word("throttling", FaultInjection.Throttling.class).ifPresent(emulation::throttling);
    settings.duration("latency", Duration.ZERO, LONGEST).ifPresent(emulation::latency);
    if (settings.isOn("read-only")) {
      emulation.readOnly();
    }
    settings
        .text("fault-share")
        .ifPresent(
            share ->
                emulation.faults(
                    share(share),
                    settings.integer("fault-seed", Integer.MIN_VALUE, MOST).orElse(0),
                    faults()));
    return emulation.build();
  }

  private static double share(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw InvalidRequestException.of("fault-share", "must be a number from 0 to 1");
    }
  }

  private FaultInjection.Fault[] faults() {
    List<String> named =
        settings.text("faults").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    Set<String> known = words(FaultInjection.Fault.class);
    if (!known.containsAll(named)) {
      throw InvalidRequestException.of("faults", "must be some of " + known + ", with commas");
    }
    Set<String> wanted = new HashSet<>(named);
    return Arrays.stream(FaultInjection.Fault.values())
        .filter(fault -> wanted.contains(spelled(fault)))
        .toArray(FaultInjection.Fault[]::new);
  }

  private ProtocolAssumptions assumptions() {
    ProtocolAssumptions.Builder assumptions = ProtocolAssumptions.builder();
    word("full-person", ProtocolAssumptions.FullPerson.class).ifPresent(assumptions::fullPerson);
    word("missing-group", ProtocolAssumptions.MissingGroup.class)
        .ifPresent(assumptions::missingGroup);
    word("joining-missing-group", ProtocolAssumptions.JoiningMissingGroup.class)
        .ifPresent(assumptions::joiningMissingGroup);
    word("absent-fields", ProtocolAssumptions.AbsentFields.class)
        .ifPresent(assumptions::absentFields);
    settings.integer("rate-scale", 1, 100).ifPresent(assumptions::rateScale);
    settings.integer("missing-person-code", 400, 599).ifPresent(assumptions::missingPersonCode);
    settings
        .integer("missing-person-on-delete-faces-code", 400, 599)
        .ifPresent(assumptions::missingPersonOnDeleteFacesCode);
    ProtocolAssumptions unset = ProtocolAssumptions.defaults();
    assumptions.suggestions(
        settings.text("suggestion-of-match").orElse(unset.suggestionOfMatch()),
        settings.text("suggestion-of-none").orElse(unset.suggestionOfNone()));
    assumptions.labels(
        settings.text("label-of-match").orElse(unset.labelOfMatch()),
        settings.text("label-of-none").orElse(unset.labelOfNone()));
    return assumptions.build();
  }

  private <T extends Enum<T>> Optional<T> word(String name, Class<T> type) {
    return settings
        .oneOf(name, words(type))
        .flatMap(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(it -> spelled(it).equals(word))
                    .findFirst());
  }

  private static Set<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(ServerSettings::spelled)
        .collect(Collectors.toSet());
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
