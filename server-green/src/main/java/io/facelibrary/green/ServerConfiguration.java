package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import io.facelibrary.green.internal.auth.AccessKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The values of a {@link GreenServer.Builder}, with their defaults. */
final class ServerConfiguration {
  Optional<FaceLibrary> library = Optional.empty();
  final AccessKeys.Builder keys = AccessKeys.builder();
  boolean hasKeys;
  boolean anonymous;
  boolean strict;
  ProtocolAssumptions assumptions = ProtocolAssumptions.defaults();
  HttpLimits httpLimits = HttpLimits.defaults();
  UploadLimits uploadLimits = UploadLimits.defaults();
  Clock clock = Clock.systemUTC();
  String host = "127.0.0.1";
  int port;
  Duration stopTimeout = Duration.ofSeconds(10);
  Optional<URI> publicUrl = Optional.empty();
  Optional<HttpServer.KeyStoreFile> keyStore = Optional.empty();
  FaultInjection faults = FaultInjection.none();
  Optional<ImageFetchOptions> fetchOptions = Optional.empty();
  final List<Consumer<RequestEvent>> listeners = new ArrayList<>();
  Optional<Supplier<String>> metricsPage = Optional.empty();
  Optional<Secret> adminToken = Optional.empty();

  /**
   * Checks the rules between values.
   *
   * @throws InvalidRequestException if a rule is broken
   */
  void check() {
    if (library.isEmpty()) {
      throw InvalidRequestException.of("library", "must be set");
    }
    if (anonymous == hasKeys) {
      throw InvalidRequestException.of(
          "credentials", "must be set, or anonymous() called, but not both");
    }
    if (port < 0 || port > 65535) {
      throw InvalidRequestException.of("port", "must be from 0 to 65535");
    }
  }
}
