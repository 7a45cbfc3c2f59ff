package io.facelibrary.aliyun;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.RemoteSettings;
import io.facelibrary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Opens libraries in Alibaba Cloud, under the name {@value #NAME}.
 *
 * <p>{@link #settings} states the meanings of the settings. Without {@code access-key-id}, the SDK
 * uses the sources that the vendor documents: the environment ({@code ALIBABA_CLOUD_ACCESS_KEY_ID},
 * {@code ALIBABA_CLOUD_ACCESS_KEY_SECRET}), the profile file, the role of the instance. The
 * resource is an {@link SSLContext} with the trusted certificates and the client identity.
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
  public List<ProviderSetting<?>> settings() {
    return AliyunSettings.ALL;
  }

  @Override
  public Set<Class<?>> resources() {
    return Set.of(SSLContext.class);
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    AliyunFaceLibrary.Builder builder =
        AliyunFaceLibrary.builder()
            .connectTimeout(settings.get(AliyunSettings.CONNECT_TIMEOUT))
            .responseTimeout(settings.get(AliyunSettings.RESPONSE_TIMEOUT))
            .connectionWait(settings.get(AliyunSettings.CONNECTION_WAIT))
            .maxConnections(settings.get(AliyunSettings.MAX_CONNECTIONS))
            .rateScale(settings.get(AliyunSettings.RATE_SCALE))
            .searchDelay(settings.get(AliyunSettings.SEARCH_DELAY));
    setEndpoint(settings, builder);
    credentials(settings).ifPresent(builder::credentials);
    setTrust(settings, builder);
    settings.find(RemoteSettings.PROXY).ifPresent(builder::proxy);
    return builder.open();
  }

  private static void setEndpoint(ProviderSettings settings, AliyunFaceLibrary.Builder builder) {
    Optional<String> region = settings.find(AliyunSettings.REGION);
    Optional<URI> endpoint = settings.find(AliyunSettings.ENDPOINT);
    if (region.isPresent() && endpoint.isPresent()) {
      throw InvalidRequestException.of(
          AliyunSettings.REGION.name(),
          "must not be set together with " + AliyunSettings.ENDPOINT.name());
    }
    region.ifPresent(builder::region);
    endpoint.ifPresent(builder::endpoint);
  }

  private static void setTrust(ProviderSettings settings, AliyunFaceLibrary.Builder builder) {
    Optional<Path> certificates = settings.find(RemoteSettings.CA_CERTIFICATES);
    Optional<SSLContext> context = settings.resource(SSLContext.class);
    if (certificates.isPresent() && context.isPresent()) {
      throw InvalidRequestException.of(
          RemoteSettings.CA_CERTIFICATES.name(),
          "must not be set together with a resource of type SSLContext");
    }
    certificates.ifPresent(builder::caCertificates);
    context.ifPresent(builder::sslContext);
  }

  private static Optional<AliyunCredentials> credentials(ProviderSettings settings) {
    Optional<String> id = settings.find(AliyunSettings.ACCESS_KEY_ID);
    Optional<Secret> secret = settings.find(AliyunSettings.ACCESS_KEY_SECRET);
    Optional<Secret> token = settings.find(AliyunSettings.SECURITY_TOKEN);
    if (id.isEmpty() && secret.isEmpty() && token.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AliyunCredentials(
            id.orElseThrow(() -> incomplete(AliyunSettings.ACCESS_KEY_ID)),
            secret.orElseThrow(() -> incomplete(AliyunSettings.ACCESS_KEY_SECRET)),
            token));
  }

  private static InvalidRequestException incomplete(ProviderSetting<?> missing) {
    return InvalidRequestException.of(
        missing.name(), "must be set, because another part of the credentials is set");
  }
}
