package io.facelibrary.aliyun;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.ProviderSetting;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.RemoteSettings;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SimilarityScale;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.UpdatePerson;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.TrustStores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A library in Alibaba Cloud. Open it with {@link #builder()}, or by the name {@code aliyun}.
 *
 * <p>Each library has its own connections, threads and settings. It shares them neither with
 * another library nor with other uses of Alibaba's SDK in the program; closing the library frees
 * them.
 *
 * <p>The library never repeats a call. The resilience layer does, and knows which calls may be
 * repeated.
 */
public final class AliyunFaceLibrary implements FaceLibrary {
  private final GreenClient client;
  private final Uploads uploads;
  private final Capabilities capabilities;
  private final PersonCalls persons;
  private final FaceCalls faces;
  private final AddFacesCall addFaces;
  private final ListCalls lists;
  private final SearchCall search;

  private AliyunFaceLibrary(Builder builder, Endpoint endpoint) {
    ConnectionSettings connections = builder.connections();
    client = new GreenClient(endpoint, builder.credentials, connections);
    boolean canUpload = OssLibrary.isPresent();
    uploads = canUpload ? OssUploads.open(connections, client, endpoint) : new NoUploads();
    Capabilities.Builder offered =
        Capabilities.builder()
            .offers(
                Capability.IMAGE_URL,
                Capability.FACE_IMAGE_URL,
                Capability.SEARCH,
                Capability.SEARCH_MANY_GROUPS,
                Capability.LIST_GROUPS,
                Capability.LIST_PERSONS)
            .limits(GreenLimits.LIMITS)
            .searchDelay(builder.searchDelay);
    builder.similarityScale.ifPresent(offered::scale);
    if (canUpload) {
      offered.offers(Capability.IMAGE_BYTES);
    }
    capabilities = offered.build();
    ErrorInterpreter errors = new ErrorInterpreter(client);
    ImageSources sources = new ImageSources(uploads);
    lists = new ListCalls(client, new PageTokens(endpoint.hostAndPort()));
    persons = new PersonCalls(client, errors, new GroupQuotaCheck(lists));
    faces = new FaceCalls(client, errors);
    addFaces = new AddFacesCall(client, errors, faces, sources);
    search = new SearchCall(client, sources, lists, builder.rateScale);
  }

  /** Returns a builder; a region or an endpoint must be set. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return addFaces.add(request);
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return faces.delete(request);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return faces.query(request);
  }

  @Override
  public void addPerson(AddPerson request) {
    persons.add(request);
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    persons.update(request);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return persons.find(Operation.FIND_PERSON, person);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return persons.delete(person);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    persons.join(person, groups);
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    persons.leave(person, groups);
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return lists.groups(page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return lists.persons(group, page);
  }

  /** The service has no such list: persons in no group cannot be found. */
  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    throw UnsupportedCapabilityException.of(Capability.LIST_ALL_PERSONS);
  }

  @Override
  public SearchResult search(Search request) {
    return search.search(request);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    try (client) {
      uploads.close();
    }
  }

  /** Collects the settings of a library, and opens it. */
  public static final class Builder {
    private static final String SIMILARITY_SCALE = "similarityScale";

    private @Nullable Endpoint endpoint;
    private AlibabaCloudCredentialsProvider credentials = SdkCredentials.defaultChain();
    private Duration connectTimeout = byDefault(AliyunSettings.CONNECT_TIMEOUT);
    private Duration responseTimeout = byDefault(AliyunSettings.RESPONSE_TIMEOUT);
    private Duration connectionWait = byDefault(AliyunSettings.CONNECTION_WAIT);
    private int maxConnections = byDefault(AliyunSettings.MAX_CONNECTIONS);
    private Optional<SSLContext> sslContext = Optional.empty();
    private Optional<URI> proxy = Optional.empty();
    private RateScale rateScale = byDefault(AliyunSettings.RATE_SCALE);
    private Optional<SimilarityScale> similarityScale = Optional.empty();
    private Duration searchDelay = byDefault(AliyunSettings.SEARCH_DELAY);

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

    private ConnectionSettings connections() {
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
      return FaceLibraries.guard(AliyunProvider.NAME, new AliyunFaceLibrary(this, endpoint));
    }
  }
}
