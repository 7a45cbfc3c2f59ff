package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Collects parsed settings, and applies those that depend on each other at the end. */
final class SettingsDraft {
  final GreenServer.Builder server;
  final FaultInjection.Builder faults = FaultInjection.builder();
  final ProtocolAssumptions.Builder assumptions = ProtocolAssumptions.builder();
  HttpLimits http = HttpLimits.defaults();
  UploadLimits uploads = UploadLimits.defaults();
  ImageFetchOptions fetch = ImageFetchOptions.defaults();
  int port = GreenServerSettings.DEFAULT_PORT;
  boolean accessLog;
  boolean anonymous;
  Optional<String> accessKeyId = Optional.empty();
  Optional<Secret> accessKeySecret = Optional.empty();
  Optional<Path> keyStore = Optional.empty();
  Optional<Secret> keyStorePassword = Optional.empty();
  boolean fetchesImages;
  Optional<Double> faultShare = Optional.empty();
  int faultSeed;
  List<FaultInjection.Fault> faultKinds = List.of();
  String suggestionOfMatch = ProtocolAssumptions.defaults().suggestionOfMatch();
  String suggestionOfNone = ProtocolAssumptions.defaults().suggestionOfNone();
  String labelOfMatch = ProtocolAssumptions.defaults().labelOfMatch();
  String labelOfNone = ProtocolAssumptions.defaults().labelOfNone();

  SettingsDraft(GreenServer.Builder server) {
    this.server = server;
  }

  /** Applies the draft to the server. */
  void finish() {
    server.port(port).httpLimits(http).uploadLimits(uploads);
    applyAccess();
    keyStore.ifPresent(
        file -> server.https(file, required(keyStorePassword, "key-store-password")));
    if (fetchesImages) {
      server.fetchImages(fetch);
    }
    faultShare.ifPresent(
        share -> faults.faults(share, faultSeed, faultKinds.toArray(FaultInjection.Fault[]::new)));
    server.faultInjection(faults.build());
    server.assumptions(
        assumptions
            .suggestions(suggestionOfMatch, suggestionOfNone)
            .labels(labelOfMatch, labelOfNone)
            .build());
  }

  private void applyAccess() {
    if (anonymous && accessKeyId.isPresent()) {
      throw InvalidRequestException.of("anonymous", "must not be set together with access-key-id");
    }
    if (anonymous) {
      server.anonymous();
    } else if (accessKeyId.isEmpty()) {
      throw InvalidRequestException.of(
          "access-key-id", "must be set, or anonymous, which accepts every request");
    }
    accessKeyId.ifPresent(
        id -> server.credentials(id, required(accessKeySecret, "access-key-secret")));
  }

  private static Secret required(Optional<Secret> secret, String name) {
    return secret.orElseThrow(() -> InvalidRequestException.of(name, "must be set"));
  }
}
