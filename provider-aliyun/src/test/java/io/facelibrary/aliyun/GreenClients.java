package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.support.StubGreen;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** GreenClients of the service without a library around them. */
final class GreenClients {
  private GreenClients() {}

  static GreenClient of(URI endpoint) {
    AliyunCredentials credentials =
        AliyunCredentials.of(StubGreen.KEY_ID, Secret.of(StubGreen.KEY_SECRET));
    return new GreenClient(
        new Endpoint(endpoint),
        SdkCredentials.from(() -> credentials),
        new ConnectionSettings(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            4,
            Optional.empty(),
            Optional.empty()));
  }
}
