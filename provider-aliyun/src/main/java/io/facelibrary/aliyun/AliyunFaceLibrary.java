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
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UpdatePerson;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A library in Alibaba Cloud. Made by {@link #builder()} or by the name {@code aliyun}.
 *
 * <p>Each library has connections, threads and settings of its own, shared with no other and not
 * with what else the program does with Alibaba's SDK; closing it frees them. A call is never
 * repeated here: the resilience layer does that, and knows which may be.
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
    Connections connections = builder.connections();
    client = new GreenClient(endpoint, builder.credentials, connections);
    boolean canUpload = OssLibrary.isPresent();
    uploads = canUpload ? OssUploads.open(connections, client, endpoint) : new NoUploads();
    Capabilities offered =
        canUpload ? Capabilities.all() : Capabilities.all().without(Capability.IMAGE_BYTES);
    capabilities = offered.withLimits(GreenLimits.LIMITS).withSearchDelay(builder.searchDelay);
    ErrorInterpreter refusals = new ErrorInterpreter(client);
    ImageSources addresses = new ImageSources(uploads);
    lists = new ListCalls(client, new PageTokens(endpoint.hostAndPort()));
    persons = new PersonCalls(client, refusals, new GroupQuotaCheck(lists));
    faces = new FaceCalls(client, refusals);
    addFaces = new AddFacesCall(client, refusals, faces, addresses);
    search = new SearchCall(client, addresses, lists, builder.rateScale);
  }

  /** Starts a library; a region or an endpoint must be set. */
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

  /** Collects what a library is opened with. */
  public static final class Builder {
    // The service says "the next day" (help page "addPerson"); the longest day has 25 hours.
    private static final Duration NEXT_DAY = Duration.ofHours(25);

    private @Nullable Endpoint endpoint;
    private AlibabaCloudCredentialsProvider credentials = SdkCredentials.byDefaultChain();
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration answerTimeout = Duration.ofSeconds(10);
    private Duration connectionWait = Duration.ofSeconds(5);
    private int maxConnections = 256;
    private Optional<SSLContext> sslContext = Optional.empty();
    private Optional<URI> proxy = Optional.empty();
    private SimilarityScale rateScale = SimilarityScale.AUTO;
    private Duration searchDelay = NEXT_DAY;

    private Builder() {}

    /**
     * Sets the region whose public endpoint is called, over HTTPS.
     *
     * @param region {@code cn-shanghai} or {@code cn-beijing}
     * @throws InvalidRequestException if face retrieval is not offered there
     */
    public Builder region(String region) {
      endpoint = Endpoint.of(present(region, AliyunSettings.REGION));
      return this;
    }

    /**
     * Sets the address of the service.
     *
     * @param endpoint {@code https} or {@code http}, a host, and a port if it is not the usual one
     * @throws InvalidRequestException if it has anything else
     */
    public Builder endpoint(URI endpoint) {
      this.endpoint = new Endpoint(present(endpoint, AliyunSettings.ENDPOINT));
      return this;
    }

    /** Sets what calls are signed with; without, the SDK's default chain finds it. */
    public Builder credentials(AliyunCredentials credentials) {
      present(credentials, "credentials");
      return credentials(() -> credentials);
    }

    /** Sets who is asked, at each call, what to sign with; it is asked by many threads at once. */
    public Builder credentials(Supplier<AliyunCredentials> credentials) {
      this.credentials = SdkCredentials.with(present(credentials, "credentials"));
      return this;
    }

    /** Sets how long a connection may take to be made, 1 ms to 10 min; 3 s unless set. */
    public Builder connectTimeout(Duration time) {
      connectTimeout = present(time, AliyunSettings.CONNECT_TIMEOUT);
      return this;
    }

    /** Sets how long the service may take to answer, 1 ms to 10 min; 10 s unless set. */
    public Builder answerTimeout(Duration time) {
      answerTimeout = present(time, AliyunSettings.ANSWER_TIMEOUT);
      return this;
    }

    /**
     * Sets how long a call waits while all connections are in use, 1 ms to 10 min; 5 s unless set.
     */
    public Builder connectionWait(Duration time) {
      connectionWait = present(time, AliyunSettings.CONNECTION_WAIT);
      return this;
    }

    /** Sets the connections open at once, 1 to 10,000; 256 unless set. */
    public Builder maxConnections(int most) {
      maxConnections = most;
      return this;
    }

    /** Sets whom to trust, and as whom to appear; the platform's default unless set. */
    public Builder sslContext(SSLContext context) {
      sslContext = Optional.of(present(context, "sslContext"));
      return this;
    }

    /** Sets an HTTP proxy to go through. */
    public Builder proxy(URI proxy) {
      this.proxy = Optional.of(present(proxy, AliyunSettings.PROXY));
      return this;
    }

    /** Sets the scale of the service's rates; {@link SimilarityScale#AUTO} unless set. */
    public Builder rateScale(SimilarityScale scale) {
      rateScale = present(scale, AliyunSettings.RATE_SCALE);
      return this;
    }

    /** Sets how long until a new group is found by search; 25 hours unless set. */
    public Builder searchDelay(Duration time) {
      searchDelay = present(time, AliyunSettings.SETTLING);
      return this;
    }

    private Connections connections() {
      return new Connections(
          connectionWait, connectTimeout, answerTimeout, maxConnections, sslContext, proxy);
    }

    private static <T> T present(@Nullable T value, String field) {
      if (value == null) {
        throw InvalidRequestException.of(field, "must not be null");
      }
      return value;
    }

    /**
     * Opens the library, guarded. Makes no call.
     *
     * @throws InvalidRequestException if neither region nor endpoint is set, or a value is out of
     *     its range
     */
    public FaceLibrary open() {
      if (endpoint == null) {
        throw InvalidRequestException.of(
            AliyunSettings.REGION, "must be set, or " + AliyunSettings.ENDPOINT);
      }
      return FaceLibraries.guard(AliyunProvider.NAME, new AliyunFaceLibrary(this, endpoint));
    }
  }
}
