package io.facelibrary.green;

import io.facelibrary.ProviderSetting;
import io.facelibrary.green.SettingDeclaration.Section;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings of {@link GreenServerSettings}, each declared once. */
final class SettingDeclarations {
  static final List<SettingDeclaration<?>> ALL =
      Stream.of(network(), access(), limits(), images(), faults(), assumptions())
          .flatMap(List::stream)
          .toList();

  private SettingDeclarations() {}

  private static List<SettingDeclaration<?>> network() {
    Section section = new Section("Network");
    return List.of(
        section.text(
            "host",
            "the network interface to listen on, or 0.0.0.0 for all",
            "127.0.0.1",
            (draft, host) -> draft.server.host(host)),
        section.of(
            ProviderSetting.integer("port", "the port, or 0 for a free one").between(0, 65535),
            GreenServerSettings.DEFAULT_PORT,
            (draft, port) -> draft.port = port),
        section.of(
            ProviderSetting.uri(
                "public-url",
                "the URL that clients upload to, behind a proxy or in a container, unless it is"
                    + " the URL of the server",
                "http",
                "https"),
            (draft, url) -> draft.server.publicUrl(url)),
        section.of(
            ProviderSetting.path(
                "key-store", "serve HTTPS with the keys of this PKCS #12 or JKS file"),
            (draft, file) -> draft.keyStore = Optional.of(file)),
        section.secret(
            "key-store-password",
            "the password of the key store",
            (draft, password) -> draft.keyStorePassword = Optional.of(password)),
        section.delay(
            "stop-timeout",
            "how long to wait for running requests when stopping",
            Duration.ofSeconds(10),
            (draft, timeout) -> draft.server.stopTimeout(timeout)),
        section.flag(
            "access-log",
            "write one line of JSON for each request, without ids, URLs and keys",
            draft -> draft.accessLog = true));
  }

  private static List<SettingDeclaration<?>> access() {
    Section section = new Section("Access");
    return List.of(
        section.flag(
            "anonymous",
            "accept every request, regardless of its signature",
            draft -> draft.anonymous = true),
        section.text(
            "access-key-id",
            "accept requests that are signed with this key",
            (draft, id) -> draft.accessKeyId = Optional.of(id)),
        section.secret(
            "access-key-secret",
            "the secret of the access key",
            (draft, secret) -> draft.accessKeySecret = Optional.of(secret)),
        section.flag("strict", "accept only documented requests", draft -> draft.server.strict()),
        section.secret(
            "admin-token",
            "enable /admin/ for requests with this token",
            (draft, token) -> draft.server.adminToken(token)));
  }

  private static List<SettingDeclaration<?>> limits() {
    Section section = new Section("Limits");
    HttpLimits http = HttpLimits.defaults();
    UploadLimits uploads = UploadLimits.defaults();
    return List.of(
        section.count(
            "body-bytes",
            "the maximum size of a body that is not an upload",
            http.bodyBytes(),
            (draft, max) -> draft.http = draft.http.withBodyBytes(max)),
        section.count(
            "connections",
            "the maximum number of open connections",
            http.connections(),
            (draft, max) -> draft.http = draft.http.withConnections(max)),
        section.of(
            ProviderSetting.integer("threads", "the maximum number of concurrent requests")
                .between(8, 100_000),
            http.threads(),
            (draft, max) -> draft.http = draft.http.withThreads(max)),
        section.timeout(
            "idle-timeout",
            "how long a connection may be idle",
            http.idleTimeout(),
            (draft, timeout) -> draft.http = draft.http.withIdleTimeout(timeout)),
        section.timeout(
            "header-timeout",
            "how long receiving request line and headers may take",
            http.headerTimeout(),
            (draft, timeout) -> draft.http = draft.http.withHeaderTimeout(timeout)),
        section.timeout(
            "body-timeout",
            "how long receiving a body may take",
            http.bodyTimeout(),
            (draft, timeout) -> draft.http = draft.http.withBodyTimeout(timeout)),
        section.count(
            "upload-object-bytes",
            "the maximum size of an uploaded object",
            uploads.objectBytes(),
            (draft, max) -> draft.uploads = draft.uploads.withObjectBytes(max)),
        section.count(
            "upload-objects",
            "the maximum number of uploaded objects",
            uploads.objects(),
            (draft, max) -> draft.uploads = draft.uploads.withObjects(max)),
        section.of(
            ProviderSetting.longInteger(
                    "upload-bytes", "the maximum size of all uploaded objects together")
                .between(1L, Long.MAX_VALUE),
            uploads.bytes(),
            (draft, max) -> draft.uploads = draft.uploads.withBytes(max)),
        section.timeout(
            "upload-lifetime",
            "how long an uploaded object is kept",
            uploads.lifetime(),
            (draft, lifetime) -> draft.uploads = draft.uploads.withLifetime(lifetime)));
  }

  private static List<SettingDeclaration<?>> images() {
    Section section = new Section("Images by URL");
    ImageFetchOptions fetch = ImageFetchOptions.defaults();
    return List.of(
        section.flag(
            "fetch-images",
            "download images that requests name by URL, and pass their bytes to the library",
            draft -> draft.fetchesImages = true),
        section.timeout(
            "fetch-timeout",
            "how long a download may take",
            fetch.timeout(),
            (draft, timeout) -> draft.fetch = draft.fetch.withTimeout(timeout)),
        section.count(
            "fetch-bytes",
            "the maximum size of an image",
            fetch.maxBytes(),
            (draft, max) -> draft.fetch = draft.fetch.withMaxBytes(max)),
        section.flag(
            "fetch-private-addresses",
            "also download from IP addresses of this machine and of private networks",
            draft -> draft.fetch = draft.fetch.withPrivateAddresses()));
  }

  private static List<SettingDeclaration<?>> faults() {
    Section section = new Section("Injected faults");
    return List.of(
        section.of(
            Section.count(
                "calls-per-second",
                "the accepted calls per second of each operation; unlimited unless set"),
            (draft, limit) -> draft.faults.callsPerSecond(limit)),
        section.word(
            "throttling",
            "how calls beyond calls-per-second are rejected: by the gateway (HTTP 400) or by the"
                + " service (code 588)",
            FaultInjection.Throttling.GATEWAY,
            (draft, throttling) -> draft.faults.throttling(throttling)),
        section.delay(
            "latency",
            "delay every response",
            Duration.ZERO,
            (draft, latency) -> draft.faults.latency(latency)),
        section.flag(
            "read-only",
            "reject operations that write, with code 596",
            draft -> draft.faults.readOnly()),
        section.of(
            ProviderSetting.decimal("fault-share", "the share of calls that a random fault hits")
                .between(0.0, 1.0),
            0.0,
            (draft, share) -> draft.faultShare = Optional.of(share)),
        section.of(
            ProviderSetting.integer("fault-seed", "the seed of the random faults"),
            0,
            (draft, seed) -> draft.faultSeed = seed),
        section.of(
            ProviderSetting.parsed(
                "faults",
                "the random faults, separated by commas: "
                    + String.join(", ", Words.all(FaultInjection.Fault.class)),
                "must be one or more of "
                    + Words.all(FaultInjection.Fault.class)
                    + ", separated by commas",
                SettingDeclarations::parseFaults),
            (draft, kinds) -> draft.faultKinds = kinds));
  }

  private static List<FaultInjection.Fault> parseFaults(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(
            word ->
                Words.parse(FaultInjection.Fault.class, word.strip())
                    .orElseThrow(IllegalArgumentException::new))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<SettingDeclaration<?>> assumptions() {
    Section section = new Section("Undocumented behavior of the service");
    ProtocolAssumptions assumed = ProtocolAssumptions.defaults();
    return List.of(
        section.word(
            "full-person",
            "images beyond the maximum number of faces",
            ProtocolAssumptions.FullPerson.REFUSES_ITEMS,
            (draft, value) -> draft.assumptions.fullPerson(value)),
        section.word(
            "missing-group",
            "reading a group without persons",
            ProtocolAssumptions.MissingGroup.IS_EMPTY,
            (draft, value) -> draft.assumptions.missingGroup(value)),
        section.word(
            "joining-missing-group",
            "AddGroups to a group without persons",
            ProtocolAssumptions.JoiningMissingGroup.CREATES,
            (draft, value) -> draft.assumptions.joiningMissingGroup(value)),
        section.word(
            "absent-fields",
            "fields that SetPerson omits",
            ProtocolAssumptions.AbsentFields.KEEP,
            (draft, value) -> draft.assumptions.absentFields(value)),
        section.of(
            ProviderSetting.oneOf("rate-scale", "the rate of an identical image", "1", "100"),
            "1",
            (draft, scale) -> draft.assumptions.rateScale(Integer.parseInt(scale))),
        section.of(
            code("missing-person-code", "the code for a person that does not exist"),
            400,
            (draft, code) -> draft.assumptions.missingPersonCode(code)),
        section.of(
            code(
                "missing-person-on-delete-faces-code",
                "the code of DeleteFaces for a person that does not exist"),
            400,
            (draft, code) -> draft.assumptions.missingPersonOnDeleteFacesCode(code)),
        section.text(
            "suggestion-of-match",
            "the suggestion of a search that found a match",
            assumed.suggestionOfMatch(),
            (draft, text) -> draft.suggestionOfMatch = text),
        section.text(
            "suggestion-of-possible",
            "the suggestion of a search whose best candidate is possible",
            assumed.suggestionOfPossible(),
            (draft, text) -> draft.assumptions.suggestionOfPossible(text)),
        section.text(
            "label-of-match",
            "the label of a search that found a match or a possible person",
            assumed.labelOfMatch(),
            (draft, text) -> draft.labelOfMatch = text),
        section.text(
            "suggestion-of-none",
            "the suggestion of a search that found nobody, or unlikely persons only",
            assumed.suggestionOfNone(),
            (draft, text) -> draft.suggestionOfNone = text),
        section.text(
            "label-of-none",
            "the label of a search that found nobody, or unlikely persons only",
            assumed.labelOfNone(),
            (draft, text) -> draft.labelOfNone = text));
  }

  private static ProviderSetting<Integer> code(String name, String meaning) {
    return ProviderSetting.integer(name, meaning).between(400, 599);
  }
}
