package io.facelibrary.aliyun;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.TrustStores;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Opens libraries in Alibaba Cloud, under the name {@value #NAME}.
 *
 * <p>Its settings:
 *
 * <ul>
 *   <li>{@code region}: {@code cn-shanghai} or {@code cn-beijing}, the regions with face retrieval.
 *   <li>{@code endpoint}: the URL of the service elsewhere, such as {@code
 *       https://green-vpc.cn-shanghai.aliyuncs.com} or {@code http://127.0.0.1:8080}. Either {@code
 *       region} or {@code endpoint} must be set. Calls use HTTPS unless the endpoint says {@code
 *       http}.
 *   <li>{@code access-key-id}, {@code access-key-secret}, and {@code security-token} with a
 *       temporary key. If none is set, the SDK uses the sources that the vendor documents: the
 *       environment ({@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code ALIBABA_CLOUD_ACCESS_KEY_SECRET}),
 *       the profile file, the role of the instance.
 *   <li>{@code connect-timeout} (3s): the time limit for opening a connection
 *   <li>{@code response-timeout} (10s): the time limit for the response, until its last byte
 *   <li>{@code connection-wait} (5s): how long a call waits while all connections are in use
 *   <li>{@code max-connections} (256): the maximum number of open connections
 *   <li>{@code ca-certificates}: a PEM file of certificates to trust instead of the platform's
 *   <li>{@code proxy}: an HTTP proxy, such as {@code http://proxy.example.com:3128}
 *   <li>{@code rate-scale} ({@code one}): the scale of the service's rates, {@code one} or {@code
 *       hundred}: see {@link RateScale}
 *   <li>{@code search-delay} (25h): the time until a search finds a new group; the service
 *       documents "the next day"
 * </ul>
 */
public final class AliyunProvider implements FaceLibraryProvider {

  /** The name of this provider. */
  public static final String NAME = "aliyun";

  /** For {@link java.util.ServiceLoader}. */
  public AliyunProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting> settings() {
    return AliyunSettings.ALL;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(ProviderSetting.names(AliyunSettings.ALL));
    AliyunFaceLibrary.Builder builder = AliyunFaceLibrary.builder();
    setEndpoint(settings, builder);
    credentials(settings).ifPresent(builder::credentials);
    time(settings, ConnectionSettings.CONNECT_TIMEOUT).ifPresent(builder::connectTimeout);
    time(settings, ConnectionSettings.RESPONSE_TIMEOUT).ifPresent(builder::responseTimeout);
    time(settings, ConnectionSettings.CONNECTION_WAIT).ifPresent(builder::connectionWait);
    settings
        .integer(ConnectionSettings.MAX_CONNECTIONS, 1, ConnectionSettings.MOST_CONNECTIONS)
        .ifPresent(builder::maxConnections);
    settings
        .text(TrustStores.CA_CERTIFICATES)
        .map(TrustStores::ofPemFile)
        .ifPresent(builder::sslContext);
    settings.uri(ConnectionSettings.PROXY, Set.of("http")).ifPresent(builder::proxy);
    settings
        .oneOf(AliyunSettings.RATE_SCALE, Set.of("one", "hundred"))
        .map(scale -> RateScale.valueOf(scale.toUpperCase(Locale.ROOT)))
        .ifPresent(builder::rateScale);
    settings
        .duration(AliyunSettings.SEARCH_DELAY, Duration.ZERO, Duration.ofDays(2))
        .ifPresent(builder::searchDelay);
    return builder.open();
  }

  private static void setEndpoint(ProviderSettings settings, AliyunFaceLibrary.Builder builder) {
    Optional<String> region = settings.text(AliyunSettings.REGION);
    var endpoint = settings.uri(AliyunSettings.ENDPOINT, Endpoint.SCHEMES);
    if (region.isPresent() && endpoint.isPresent()) {
      throw InvalidRequestException.of(
          AliyunSettings.REGION, "must not be set together with " + AliyunSettings.ENDPOINT);
    }
    region.ifPresent(builder::region);
    endpoint.ifPresent(builder::endpoint);
  }

  private static Optional<Duration> time(ProviderSettings settings, String name) {
    return settings.duration(
        name, ConnectionSettings.SHORTEST_TIME, ConnectionSettings.LONGEST_TIME);
  }

  private static Optional<AliyunCredentials> credentials(ProviderSettings settings) {
    Optional<String> id = settings.text(AliyunSettings.ACCESS_KEY_ID);
    Optional<Secret> secret = settings.secret(AliyunSettings.ACCESS_KEY_SECRET);
    Optional<Secret> token = settings.secret(AliyunSettings.SECURITY_TOKEN);
    if (id.isEmpty() && secret.isEmpty() && token.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AliyunCredentials(
            id.orElseThrow(() -> incomplete(AliyunSettings.ACCESS_KEY_ID)),
            secret.orElseThrow(() -> incomplete(AliyunSettings.ACCESS_KEY_SECRET)),
            token));
  }

  private static InvalidRequestException incomplete(String missing) {
    return InvalidRequestException.of(
        missing, "must be set, because another part of the credentials is set");
  }
}
