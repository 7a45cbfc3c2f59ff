package io.facelibrary.aliyun;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.RoaAcsRequest;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.green.model.v20180509.AddFacesRequest;
import com.aliyuncs.green.model.v20180509.AddGroupsRequest;
import com.aliyuncs.green.model.v20180509.AddPersonRequest;
import com.aliyuncs.green.model.v20180509.DeleteFacesRequest;
import com.aliyuncs.green.model.v20180509.DeleteGroupsRequest;
import com.aliyuncs.green.model.v20180509.DeletePersonRequest;
import com.aliyuncs.green.model.v20180509.GetFacesRequest;
import com.aliyuncs.green.model.v20180509.GetGroupsRequest;
import com.aliyuncs.green.model.v20180509.GetPersonRequest;
import com.aliyuncs.green.model.v20180509.GetPersonsRequest;
import com.aliyuncs.green.model.v20180509.ImageSyncScanRequest;
import com.aliyuncs.green.model.v20180509.SetPersonRequest;
import com.aliyuncs.green.model.v20180509.UploadCredentialsRequest;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.Exchange;
import io.facelibrary.aliyun.internal.transport.ExchangeException;
import io.facelibrary.aliyun.internal.transport.SdkHttpClient;
import java.util.Optional;

/** Calls the service through its official SDK. Only this file uses the SDK's request classes. */
final class GreenClient implements AutoCloseable {
  private final DefaultAcsClient sdk;
  private final Exchange exchange;
  private final Endpoint endpoint;

  GreenClient(
      Endpoint endpoint,
      AlibabaCloudCredentialsProvider credentials,
      ConnectionSettings connections) {
    this.endpoint = endpoint;
    HttpClientConfig config = HttpClientConfig.getDefault();
    // Otherwise the constructor below starts the SDK's client for the whole process.
    config.setCompatibleMode(true);
    DefaultProfile profile = DefaultProfile.getProfile(endpoint.region());
    profile.setHttpClientConfig(config);
    exchange = new Exchange(connections);
    sdk = new DefaultAcsClient(profile, credentials);
    sdk.setHttpClient(new SdkHttpClient(exchange));
  }

  /** A response, and the factory of exceptions for its call. */
  record CallResult(GreenResponse response, Failures failures) {
    /**
     * Returns the data of a successful call.
     *
     * @throws FaceLibraryException if the response is an error, or has no data
     */
    JsonNode data() {
      if (!response.isOk()) {
        throw failures.of(response);
      }
      // The service may omit an empty list from the data, but not the data.
      if (!response.data().isObject()) {
        throw failures.defect(response, "no data");
      }
      return response.data();
    }

    /** Returns the result of one task of this call, with the status, text and data of the task. */
    CallResult ofTask(JsonNode task) {
      return new CallResult(response.ofTask(task), failures);
    }
  }

  /**
   * Calls the service once.
   *
   * @param during the operation that the user called
   * @return the service's response, including an error
   * @throws FaceLibraryException if no response of the service arrived
   */
  CallResult call(Operation during, GreenOperation operation, Object body) {
    byte[] sent = Json.write(body);
    Failures failures = new Failures(new GreenCall(during, operation), sent);
    HttpResponse http = send(request(operation), sent, failures);
    byte[] received = http.getHttpContent();
    Optional<JsonNode> json = Json.read(received);
    Optional<GreenResponse> response = json.flatMap(GreenResponse::of);
    if (response.isPresent() && response.get().isOk()) {
      return new CallResult(response.get(), failures);
    }
    Failures withWait = failures.withRetryAfter(RetryAfter.of(http));
    if (response.isPresent()) {
      return new CallResult(response.get(), withWait);
    }
    int status = http.getStatus();
    Optional<String> code = json.flatMap(it -> Json.text(Json.either(it, "Code", "code")));
    throw code.isPresent()
        ? withWait.ofGateway(status, code.get(), json.get())
        : withWait.ofForeign(status, received.length, json.flatMap(Json::requestId));
  }

  private HttpResponse send(RoaAcsRequest<?> request, byte[] body, Failures failures) {
    request.setSysEndpoint(endpoint.hostAndPort());
    request.setSysProtocol(endpoint.isSecure() ? ProtocolType.HTTPS : ProtocolType.HTTP);
    request.setSysAcceptFormat(FormatType.JSON);
    request.setHttpContent(body, "UTF-8", FormatType.JSON);
    try {
      return sdk.doAction(request);
    } catch (ClientException e) {
      throw interpret(e, failures);
    }
  }

  private static FaceLibraryException interpret(ClientException failure, Failures failures) {
    Throwable cause = failure.getCause();
    if (cause instanceof ExchangeException exchange) {
      FaceLibraryException interpreted = failures.of(exchange);
      if (interpreted.kind() == ErrorKind.INTERRUPTED) {
        Thread.currentThread().interrupt();
      }
      return interpreted;
    }
    if (failure instanceof NoCredentialsException) {
      return failures.noCredentials(cause);
    }
    if (cause instanceof Error error) {
      // The SDK wraps errors, too.
      throw error;
    }
    return failures.unexpected(cause == null ? failure : cause);
  }

  private static RoaAcsRequest<?> request(GreenOperation operation) {
    return switch (operation) {
      case ADD_FACES -> new AddFacesRequest();
      case DELETE_FACES -> new DeleteFacesRequest();
      case GET_FACES -> new GetFacesRequest();
      case ADD_PERSON -> new AddPersonRequest();
      case SET_PERSON -> new SetPersonRequest();
      case GET_PERSON -> new GetPersonRequest();
      case DELETE_PERSON -> new DeletePersonRequest();
      case ADD_GROUPS -> new AddGroupsRequest();
      case DELETE_GROUPS -> new DeleteGroupsRequest();
      case GET_GROUPS -> new GetGroupsRequest();
      case GET_PERSONS -> new GetPersonsRequest();
      case IMAGE_SYNC_SCAN -> new ImageSyncScanRequest();
      case UPLOAD_CREDENTIALS -> new UploadCredentialsRequest();
    };
  }

  /** Ends the running calls, and frees the sockets and threads. */
  @Override
  public void close() {
    exchange.close();
  }
}
