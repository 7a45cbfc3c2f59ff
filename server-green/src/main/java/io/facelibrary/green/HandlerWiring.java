package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.green.internal.auth.AccessKeys;
import io.facelibrary.green.internal.auth.AcsAuthenticator;
import io.facelibrary.green.internal.auth.Authenticator;
import io.facelibrary.green.internal.auth.OssAuthenticator;
import io.facelibrary.green.internal.auth.SignaturePolicy;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Creates and connects the objects that handle the requests of one server. */
final class HandlerWiring implements AutoCloseable {
  private static final int MAX_SOURCE_URLS = 1_000_000;

  private final FaultInjector faultInjector;
  private final Optional<ImageFetcher> fetcher;
  private final JettyRequestHandler requestHandler;

  /**
   * @param serverUrl the URL of the server, known once it has started
   */
  HandlerWiring(ServerConfiguration configuration, Supplier<URI> serverUrl) {
    FaceLibrary library = configuration.library.orElseThrow();
    Clock clock = configuration.clock;
    AccessKeys keys = configuration.keys.build();
    faultInjector = new FaultInjector(clock);
    faultInjector.configure(configuration.faults);
    fetcher = configuration.fetchOptions.map(ImageFetcher::new);
    UploadedObjects objects =
        new UploadedObjects(configuration.uploadLimits, UploadTarget.DEFAULT.bucket(), clock);
    ObjectUploads uploads =
        new ObjectUploads(
            configuration.anonymous
                ? Authenticator.acceptingAll()
                : new OssAuthenticator(keys, clock),
            UploadTarget.DEFAULT,
            objects,
            configuration.uploadLimits);
    OperationDispatcher operations =
        operations(
            library,
            configuration.assumptions,
            new ImageResolver(library.capabilities(), objects, fetcher),
            new FaceSourceUrls(MAX_SOURCE_URLS),
            uploadCredentials(
                keys,
                configuration.uploadLimits,
                clock,
                () -> configuration.publicUrl.orElseGet(serverUrl)));
    Optional<AdminHandler> admin =
        configuration.adminToken.map(
            token -> new AdminHandler(token, faultInjector, mutableClock(clock)));
    RequestRouter router =
        new RequestRouter(
            authenticator(configuration, keys),
            new FaultInjectingDispatcher(operations, faultInjector),
            uploads,
            new StatusPages(library, configuration.metricsPage, admin));
    requestHandler =
        new JettyRequestHandler(
            router,
            uploads,
            configuration.httpLimits,
            configuration.uploadLimits.objectBytes(),
            new ReplyWriter(configuration.listeners));
  }

  private static Authenticator authenticator(ServerConfiguration configuration, AccessKeys keys) {
    return configuration.anonymous
        ? Authenticator.acceptingAll()
        : new AcsAuthenticator(
            keys,
            configuration.clock,
            configuration.strict ? SignaturePolicy.STRICT : SignaturePolicy.LENIENT);
  }

  private static Optional<MutableClock> mutableClock(Clock clock) {
    return clock instanceof MutableClock mutable ? Optional.of(mutable) : Optional.empty();
  }

  /** Creates the dispatcher with a handler for each operation. */
  static OperationDispatcher operations(
      FaceLibrary library,
      ProtocolAssumptions assumptions,
      ImageResolver images,
      FaceSourceUrls sources,
      OperationHandler uploadCredentials) {
    OperationErrors errors = new OperationErrors(assumptions);
    NumericFaceIds ids = new NumericFaceIds(library);
    return new OperationDispatcher(errors)
        .with(
            GreenOperation.ADD_FACES,
            new AddFacesHandler(library, images, sources, errors, assumptions))
        .with(GreenOperation.DELETE_FACES, new DeleteFacesHandler(library, ids, sources, errors))
        .with(GreenOperation.GET_FACES, new GetFacesHandler(library, ids, sources, errors))
        .with(GreenOperation.ADD_PERSON, new AddPersonHandler(library))
        .with(GreenOperation.SET_PERSON, new SetPersonHandler(library, assumptions))
        .with(GreenOperation.GET_PERSON, new GetPersonHandler(library, errors))
        .with(GreenOperation.DELETE_PERSON, new DeletePersonHandler(library, sources, errors))
        .with(GreenOperation.ADD_GROUPS, new AddGroupsHandler(library, errors, assumptions))
        .with(GreenOperation.DELETE_GROUPS, new DeleteGroupsHandler(library, errors))
        .with(GreenOperation.GET_GROUPS, new GetGroupsHandler(library))
        .with(GreenOperation.GET_PERSONS, new GetPersonsHandler(library, assumptions))
        .with(
            GreenOperation.IMAGE_SYNC_SCAN,
            new ImageSyncScanHandler(library, images, errors, assumptions))
        .with(GreenOperation.UPLOAD_CREDENTIALS, uploadCredentials);
  }

  static OperationHandler uploadCredentials(
      AccessKeys keys, UploadLimits limits, Clock clock, Supplier<URI> endpoint) {
    return new UploadCredentialsHandler(keys, UploadTarget.DEFAULT, limits, clock, endpoint);
  }

  JettyRequestHandler requestHandler() {
    return requestHandler;
  }

  FaultInjector faultInjector() {
    return faultInjector;
  }

  /** Stops the HTTP client that fetches images. */
  @Override
  public void close() {
    fetcher.ifPresent(ImageFetcher::close);
  }
}
