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
import java.util.Optional;

/** Calls the service through its official SDK. The only file that knows the SDK's requests. */
final class GreenClient implements AutoCloseable {
  private final DefaultAcsClient sdk;
  private final Exchange exchange;
  private final Endpoint endpoint;

  GreenClient(
      Endpoint endpoint, AlibabaCloudCredentialsProvider credentials, Connections connections) {
    this.endpoint = endpoint;
    HttpClientConfig config = HttpClientConfig.getDefault();
    // Else the constructor below would start the SDK's client for the whole process.
    config.setCompatibleMode(true);
    DefaultProfile profile = DefaultProfile.getProfile(endpoint.region());
    profile.setHttpClientConfig(config);
    exchange = new Exchange(connections);
    sdk = new DefaultAcsClient(profile, credentials);
    sdk.setHttpClient(new SdkHttpClient(exchange));
  }

  /** An answer, and what makes exceptions of it. */
  record Reply(GreenResponse answer, Failures failures) {
    /**
     * Returns the result of a call that the service says it did.
     *
     * @throws FaceLibraryException if the service says that it did not, or gave none
     */
    JsonNode data() {
      if (!answer.isOk()) {
        throw failures.of(answer);
      }
      // An empty list may be left out of the data, the data itself may not.
      if (!answer.data().isObject()) {
        throw failures.defect(answer, "no data");
      }
      return answer.data();
    }

    /** Returns the reply of one task of this, with its status, text and result. */
    Reply ofTask(JsonNode task) {
      return new Reply(answer.ofTask(task), failures);
    }
  }

  /**
   * Calls the service once.
   *
   * @param during what the user called
   * @return what the service answered, be it that it refused
   * @throws FaceLibraryException if no answer of the service came
   */
  Reply call(Operation during, GreenOperation operation, Object body) {
    byte[] sent = Json.write(body);
    Failures failures = new Failures(new GreenCall(during, operation), sent);
    HttpResponse response = sent(request(operation), sent, failures);
    byte[] received = response.getHttpContent();
    Optional<JsonNode> json = Json.read(received);
    Optional<GreenResponse> answer = json.flatMap(GreenResponse::of);
    if (answer.isPresent() && answer.get().isOk()) {
      return new Reply(answer.get(), failures);
    }
    Failures asked = failures.withRetryAfter(RetryAfter.of(response));
    if (answer.isPresent()) {
      return new Reply(answer.get(), asked);
    }
    int status = response.getStatus();
    Optional<String> code = json.flatMap(it -> Json.text(Json.either(it, "Code", "code")));
    throw code.isPresent()
        ? asked.ofGateway(status, code.get(), json.get())
        : asked.ofForeign(status, received.length, json.flatMap(Json::requestId));
  }

  private HttpResponse sent(RoaAcsRequest<?> request, byte[] body, Failures failures) {
    request.setSysEndpoint(endpoint.hostAndPort());
    request.setSysProtocol(endpoint.isSecure() ? ProtocolType.HTTPS : ProtocolType.HTTP);
    request.setSysAcceptFormat(FormatType.JSON);
    request.setHttpContent(body, "UTF-8", FormatType.JSON);
    try {
      return sdk.doAction(request);
    } catch (ClientException e) {
      throw failed(e, failures);
    }
  }

  private static FaceLibraryException failed(ClientException failure, Failures failures) {
    Throwable cause = failure.getCause();
    if (cause instanceof ExchangeException exchange) {
      FaceLibraryException failed = failures.of(exchange);
      if (failed.kind() == ErrorKind.INTERRUPTED) {
        Thread.currentThread().interrupt();
      }
      return failed;
    }
    if (failure instanceof NoCredentialsException) {
      return failures.noCredentials(cause);
    }
    if (cause instanceof Error error) {
      // The SDK wraps even these.
      throw error;
    }
    return failures.unforeseen(cause == null ? failure : cause);
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

  /** Ends the calls under way, and frees sockets and threads. */
  @Override
  public void close() {
    exchange.close();
  }
}
