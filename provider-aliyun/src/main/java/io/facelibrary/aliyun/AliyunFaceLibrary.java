package io.facelibrary.aliyun;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.RemoteSettings;
import io.facelibrary.SimilarityScale;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.TrustStores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens libraries in Alibaba Cloud with {@link #builder()}. They also open by the name {@code
 * aliyun}.
 *
 * <p>Each library has its own connections, threads and settings. It shares them neither with
 * another library nor with other uses of Alibaba's SDK in the program; closing the library frees
 * them.
 *
 * <p>The library never repeats a call. The resilience layer does, and knows which calls may be
 * repeated.
 */
public final class AliyunFaceLibrary {
  private AliyunFaceLibrary() {}

  /** Returns a builder; a region or an endpoint must be set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the settings of a library, and opens it. */
  public static final class Builder {
    private static final String SIMILARITY_SCALE = "similarityScale";

    private @Nullable Endpoint endpoint;
    AlibabaCloudCredentialsProvider credentials = SdkCredentials.defaultChain();
    private Duration connectTimeout = byDefault(AliyunSettings.CONNECT_TIMEOUT);
    private Duration responseTimeout = byDefault(AliyunSettings.RESPONSE_TIMEOUT);
    private Duration connectionWait = byDefault(AliyunSettings.CONNECTION_WAIT);
    private int maxConnections = byDefault(AliyunSettings.MAX_CONNECTIONS);
    private Optional<SSLContext> sslContext = Optional.empty();
    private Optional<URI> proxy = Optional.empty();
    RateScale rateScale = byDefault(AliyunSettings.RATE_SCALE);
    Optional<SimilarityScale> similarityScale = Optional.empty();
    Duration searchDelay = byDefault(AliyunSettings.SEARCH_DELAY);

    private Builder() {}

    private static <T> T byDefault(ProviderSetting<T> setting) {
      return setting.defaultValue().orElseThrow();
    }

    /**
     * Sets the region whose public endpoint is called over HTTPS.
     *
     * @param region {@code cn-shanghai} or {@code cn-beijing}
     * @throws InvalidRequestException if face retrieval is not offered there
     */
    public Builder region(String region) {
      endpoint = Endpoint.of(Checks.present(region, AliyunSettings.REGION.name()));
      return this;
    }

    /**
     * Sets the URL of the service.
     *
     * @param endpoint {@code https} or {@code http}, a host, and a port if it is not the default
     * @throws InvalidRequestException if it has any other part
     */
    public Builder endpoint(URI endpoint) {
      this.endpoint = new Endpoint(Checks.present(endpoint, AliyunSettings.ENDPOINT.name()));
      return this;
    }

    /** Sets the credentials that sign calls; unless set, the SDK's default chain finds them. */
    public Builder credentials(AliyunCredentials credentials) {
      Checks.present(credentials, "credentials");
      return credentials(() -> credentials);
    }

    /** Sets a supplier of credentials. Each call invokes it, so it must be thread-safe. */
    public Builder credentials(Supplier<AliyunCredentials> credentials) {
      this.credentials = SdkCredentials.from(Checks.present(credentials, "credentials"));
      return this;
    }

    /** Sets the time limit for opening a connection, 1 ms to 10 min; 3 s unless set. */
    public Builder connectTimeout(Duration time) {
      connectTimeout = AliyunSettings.CONNECT_TIMEOUT.check(time);
      return this;
    }

    /**
     * Sets the time limit for the response, until its last byte, 1 ms to 10 min; 10 s unless set.
     */
    public Builder responseTimeout(Duration time) {
      responseTimeout = AliyunSettings.RESPONSE_TIMEOUT.check(time);
      return this;
    }

    /**
     * Sets how long a call waits while all connections are in use, 1 ms to 10 min; 5 s unless set.
     */
    public Builder connectionWait(Duration time) {
      connectionWait = AliyunSettings.CONNECTION_WAIT.check(time);
      return this;
    }

    /** Sets the maximum number of open connections, 1 to 10,000; 256 unless set. */
    public Builder maxConnections(int most) {
      maxConnections = AliyunSettings.MAX_CONNECTIONS.check(most);
      return this;
    }

    /**
     * Sets a PEM file of certificates to trust instead of the platform's. It replaces {@link
     * #sslContext}.
     *
     * @throws InvalidRequestException if the file cannot be read or contains no certificate
     */
    public Builder caCertificates(Path file) {
      Checks.present(file, RemoteSettings.CA_CERTIFICATES.name());
      sslContext = Optional.of(TrustStores.ofPemFile(file));
      return this;
    }

    /**
     * Sets the trusted certificates and the client identity; the platform's unless set. It replaces
     * {@link #caCertificates}.
     */
    public Builder sslContext(SSLContext context) {
      sslContext = Optional.of(Checks.present(context, "sslContext"));
      return this;
    }

    /** Sets the HTTP proxy to use; none unless set. */
    public Builder proxy(URI proxy) {
      this.proxy = Optional.of(Checks.present(proxy, RemoteSettings.PROXY.name()));
      return this;
    }

    /** Sets the scale of the service's rates; {@link RateScale#ONE} unless set. */
    public Builder rateScale(RateScale scale) {
      rateScale = Checks.present(scale, AliyunSettings.RATE_SCALE.name());
      return this;
    }

    /**
     * Sets the similarities from which a candidate is a match, or possible. The vendor recommends
     * none. Unless they are set here or by the setting {@code match-similarity}, each search must
     * have a minimum similarity.
     *
     * @param scale a scale of thresholds
     * @throws InvalidRequestException if it is a scale of rates, because the service does not
     *     report how many faces it compares
     */
    public Builder similarityScale(SimilarityScale scale) {
      if (Checks.present(scale, SIMILARITY_SCALE).hasRates()) {
        throw InvalidRequestException.of(
            SIMILARITY_SCALE,
            "must be a scale of thresholds: the service does not report the faces compared");
      }
      similarityScale = Optional.of(scale);
      return this;
    }

    /**
     * Sets the time until a search finds a new group, 0 to 2 days; 25 hours unless set.
     *
     * @throws InvalidRequestException if it is out of its range
     */
    public Builder searchDelay(Duration time) {
      searchDelay = AliyunSettings.SEARCH_DELAY.check(time);
      return this;
    }

    ConnectionSettings connections() {
      return new ConnectionSettings(
          connectionWait, connectTimeout, responseTimeout, maxConnections, sslContext, proxy);
    }

    /**
     * Opens the library, with the checks of {@link FaceLibraries#guard}. Makes no call.
     *
     * @throws InvalidRequestException if neither region nor endpoint is set, or a value is out of
     *     its range
     */
    public FaceLibrary open() {
      if (endpoint == null) {
        throw InvalidRequestException.of(
            AliyunSettings.REGION.name(), "must be set, or " + AliyunSettings.ENDPOINT.name());
      }
      return FaceLibraries.guard(AliyunProvider.NAME, new GreenFaceLibrary(this, endpoint));
    }
  }
}
