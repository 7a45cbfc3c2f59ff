package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSettings;
import io.facelibrary.green.SettingDeclaration.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All settings of {@link GreenServerSettings}, each declared once. */
final class SettingDeclarations {
  static final List<SettingDeclaration> ALL =
      Stream.of(network(), access(), limits(), images(), faults(), assumptions())
          .flatMap(List::stream)
          .toList();

  private SettingDeclarations() {}

  private static List<SettingDeclaration> network() {
    Section section = new Section("Network");
    return List.of(
        section.text(
            "host",
            "NAME",
            "The network interface to listen on. Default: 127.0.0.1. Use 0.0.0.0 for all.",
            (draft, host) -> draft.server.host(host)),
        section.integer(
            "port",
            0,
            65535,
            "The port. Default: 8080. Use 0 for a free one.",
            (draft, port) -> draft.port = port),
        section.of(
            "public-url",
            "URL",
            "The URL that clients upload to, behind a proxy or in a container. Default: the URL of"
                + " the server.",
            (values, draft) ->
                values
                    .uri("public-url", Set.of("http", "https"))
                    .ifPresent(draft.server::publicUrl)),
        section.text(
            "key-store",
            "FILE",
            "Serve HTTPS with the keys of this PKCS #12 or JKS file.",
            (draft, file) -> draft.keyStore = Optional.of(Path.of(file))),
        section.secret(
            "key-store-password",
            "The password of the key store.",
            (draft, password) -> draft.keyStorePassword = Optional.of(password)),
        section.duration(
            "stop-timeout",
            Duration.ZERO,
            "How long to wait for running requests when stopping. Default: 10s.",
            (draft, timeout) -> draft.server.stopTimeout(timeout)),
        section.flag(
            "access-log",
            "Write one line of JSON for each request, without ids, URLs and keys.",
            draft -> draft.accessLog = true));
  }

  private static List<SettingDeclaration> access() {
    Section section = new Section("Access");
    return List.of(
        section.flag(
            "anonymous",
            "Accept every request, regardless of its signature.",
            draft -> draft.anonymous = true),
        section.text(
            "access-key-id",
            "ID",
            "Accept requests that are signed with this key.",
            (draft, id) -> draft.accessKeyId = Optional.of(id)),
        section.secret(
            "access-key-secret",
            "The secret of the access key.",
            (draft, secret) -> draft.accessKeySecret = Optional.of(secret)),
        section.flag("strict", "Accept only documented requests.", draft -> draft.server.strict()),
        section.secret(
            "admin-token",
            "Enable /admin/ for requests with this token.",
            (draft, token) -> draft.server.adminToken(token)));
  }

  private static List<SettingDeclaration> limits() {
    Section section = new Section("Limits");
    return List.of(
        section.count(
            "body-bytes",
            "The maximum size of a body that is not an upload. Default: 4194304.",
            (draft, max) -> draft.http = draft.http.withBodyBytes(max)),
        section.count(
            "connections",
            "The maximum number of open connections. Default: 20000.",
            (draft, max) -> draft.http = draft.http.withConnections(max)),
        section.integer(
            "threads",
            8,
            100_000,
            "The maximum number of concurrent requests. Default: 200.",
            (draft, max) -> draft.http = draft.http.withThreads(max)),
        section.timeout(
            "idle-timeout",
            "How long a connection may be idle. Default: 30s.",
            (draft, timeout) -> draft.http = draft.http.withIdleTimeout(timeout)),
        section.timeout(
            "header-timeout",
            "How long receiving request line and headers may take. Default: 30s.",
            (draft, timeout) -> draft.http = draft.http.withHeaderTimeout(timeout)),
        section.timeout(
            "body-timeout",
            "How long receiving a body may take. Default: 30s.",
            (draft, timeout) -> draft.http = draft.http.withBodyTimeout(timeout)),
        section.count(
            "upload-object-bytes",
            "The maximum size of an uploaded object. Default: 20971520.",
            (draft, max) -> draft.uploads = draft.uploads.withObjectBytes(max)),
        section.count(
            "upload-objects",
            "The maximum number of uploaded objects. Default: 10000.",
            (draft, max) -> draft.uploads = draft.uploads.withObjects(max)),
        section.of(
            "upload-bytes",
            "NUMBER",
            "The maximum size of all uploaded objects together. Default: 268435456.",
            (values, draft) ->
                values
                    .longInteger("upload-bytes", 1, Long.MAX_VALUE)
                    .ifPresent(max -> draft.uploads = draft.uploads.withBytes(max))),
        section.timeout(
            "upload-lifetime",
            "How long an uploaded object is kept. Default: 1h.",
            (draft, lifetime) -> draft.uploads = draft.uploads.withLifetime(lifetime)));
  }

  private static List<SettingDeclaration> images() {
    Section section = new Section("Images by URL");
    return List.of(
        section.flag(
            "fetch-images",
            "Download images that requests name by URL, and pass their bytes to the library.",
            draft -> draft.fetchesImages = true),
        section.timeout(
            "fetch-timeout",
            "How long a download may take. Default: 3s.",
            (draft, timeout) -> draft.fetch = draft.fetch.withTimeout(timeout)),
        section.count(
            "fetch-bytes",
            "The maximum size of an image. Default: 20971520.",
            (draft, max) -> draft.fetch = draft.fetch.withMaxBytes(max)),
        section.flag(
            "fetch-private-addresses",
            "Also download from IP addresses of this machine and of private networks.",
            draft -> draft.fetch = draft.fetch.withPrivateAddresses()));
  }

  private static List<SettingDeclaration> faults() {
    Section section = new Section("Injected faults");
    return List.of(
        section.count(
            "calls-per-second",
            "The accepted calls per second of each operation. Default: unlimited.",
            (draft, limit) -> draft.faults.callsPerSecond(limit)),
        section.word(
            "throttling",
            FaultInjection.Throttling.class,
            "How calls beyond calls-per-second are rejected: gateway (HTTP 400, the default) or service"
                + " (code 588).",
            (draft, throttling) -> draft.faults.throttling(throttling)),
        section.duration(
            "latency",
            Duration.ZERO,
            "Delay every response. Default: 0s.",
            (draft, latency) -> draft.faults.latency(latency)),
        section.flag(
            "read-only",
            "Reject operations that write, with code 596.",
            draft -> draft.faults.readOnly()),
        section.text(
            "fault-share",
            "NUMBER",
            "The share of calls that a random fault hits, from 0 to 1. Default: 0.",
            (draft, share) -> draft.faultShare = Optional.of(share(share))),
        section.integer(
            "fault-seed",
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            "The seed of the random faults. Default: 0.",
            (draft, seed) -> draft.faultSeed = seed),
        section.of(
            "faults",
            "WORD,...",
            "The random faults: drop-before, drop-after, cut-response, server-error.",
            SettingDeclarations::readFaults));
  }

  private static double share(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw InvalidRequestException.of("fault-share", "must be a number from 0 to 1");
    }
  }

  private static void readFaults(ProviderSettings values, SettingsDraft draft) {
    List<String> words =
        values.text("faults").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    Set<String> known = Words.all(FaultInjection.Fault.class);
    if (!known.containsAll(words)) {
      throw InvalidRequestException.of(
          "faults", "must be one or more of " + known + ", separated by commas");
    }
    draft.faultKinds =
        Arrays.stream(FaultInjection.Fault.values())
            .filter(fault -> words.contains(Words.of(fault)))
            .toList();
  }

  private static List<SettingDeclaration> assumptions() {
    Section section = new Section("Undocumented behavior of the service");
    return List.of(
        section.word(
            "full-person",
            ProtocolAssumptions.FullPerson.class,
            "Images beyond the maximum number of faces: refuses-items (the default) or"
                + " refuses-call.",
            (draft, value) -> draft.assumptions.fullPerson(value)),
        section.word(
            "missing-group",
            ProtocolAssumptions.MissingGroup.class,
            "Reading a group without persons: is-empty (the default) or is-refused.",
            (draft, value) -> draft.assumptions.missingGroup(value)),
        section.word(
            "joining-missing-group",
            ProtocolAssumptions.JoiningMissingGroup.class,
            "AddGroups to a group without persons: creates (the default) or is-refused.",
            (draft, value) -> draft.assumptions.joiningMissingGroup(value)),
        section.word(
            "absent-fields",
            ProtocolAssumptions.AbsentFields.class,
            "Fields that SetPerson omits: keep (the default) or clear.",
            (draft, value) -> draft.assumptions.absentFields(value)),
        section.integer(
            "rate-scale",
            1,
            100,
            "The rate of an identical image: 1 (the default) or 100.",
            (draft, scale) -> draft.assumptions.rateScale(scale)),
        section.integer(
            "missing-person-code",
            400,
            599,
            "The code for a person that does not exist. Default: 400.",
            (draft, code) -> draft.assumptions.missingPersonCode(code)),
        section.integer(
            "missing-person-on-delete-faces-code",
            400,
            599,
            "The code of DeleteFaces for a person that does not exist. Default: 400.",
            (draft, code) -> draft.assumptions.missingPersonOnDeleteFacesCode(code)),
        section.text(
            "suggestion-of-match",
            "TEXT",
            "The suggestion of a search that found a match. Default: review.",
            (draft, text) -> draft.suggestionOfMatch = text),
        section.text(
            "suggestion-of-possible",
            "TEXT",
            "The suggestion of a search whose best candidate is possible. Default: review.",
            (draft, text) -> draft.assumptions.suggestionOfPossible(text)),
        section.text(
            "label-of-match",
            "TEXT",
            "The label of a search that found a match or a possible person. Default: sface.",
            (draft, text) -> draft.labelOfMatch = text),
        section.text(
            "suggestion-of-none",
            "TEXT",
            "The suggestion of a search that found nobody, or unlikely persons only. Default: pass.",
            (draft, text) -> draft.suggestionOfNone = text),
        section.text(
            "label-of-none",
            "TEXT",
            "The label of a search that found nobody, or unlikely persons only. Default: normal.",
            (draft, text) -> draft.labelOfNone = text));
  }
}
