package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Clients of the service without a library around them. */
final class Clients {
  private Clients() {}

  static GreenClient of(URI endpoint) {
    AliyunCredentials credentials =
        AliyunCredentials.of(StubGreen.KEY_ID, Secret.of(StubGreen.KEY_SECRET));
    return new GreenClient(
        new Endpoint(endpoint),
        SdkCredentials.with(() -> credentials),
        new Connections(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            4,
            Optional.empty(),
            Optional.empty()));
  }
}
