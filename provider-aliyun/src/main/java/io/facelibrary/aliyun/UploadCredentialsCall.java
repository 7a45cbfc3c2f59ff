package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.Secret;
import java.time.Instant;
import java.util.function.Function;

/**
 * Requests an upload grant from the service.
 *
 * <p>No help page describes the operation. Source of its fields, and of the time in milliseconds:
 * {@code ClientUploader} in the history of {@code aliyun-openapi-java-sdk} (removed by commit
 * f179ccbf5b) and in {@code aliyun-openapi-python-sdk}.
 */
final class UploadCredentialsCall implements Function<Operation, UploadGrant> {
  private final GreenClient client;

  UploadCredentialsCall(GreenClient client) {
    this.client = client;
  }

  /**
   * Calls UploadCredentials.
   *
   * @throws FaceLibraryException if the service refused, or its grant is unusable
   */
  @Override
  public UploadGrant apply(Operation during) {
    GreenClient.CallResult result =
        client.call(during, GreenOperation.UPLOAD_CREDENTIALS, Bodies.NoFields.BODY);
    JsonNode data = result.data();
    try {
      return UploadGrant.of(
          Secret.of(data.path("accessKeyId").asText("")),
          Secret.of(data.path("accessKeySecret").asText("")),
          Secret.of(data.path("securityToken").asText("")),
          Instant.ofEpochMilli(Long.parseLong(Json.id(data.path("expiredTime")).orElse(""))),
          data.path("ossEndpoint").asText(""),
          data.path("uploadBucket").asText(""),
          data.path("uploadFolder").asText(""));
    } catch (NumberFormatException e) {
      throw result.failures().defect(result.response(), "upload credentials without expiredTime");
    } catch (IllegalArgumentException e) {
      throw result
          .failures()
          .defect(result.response(), "unusable upload credentials: " + e.getMessage());
    }
  }
}
