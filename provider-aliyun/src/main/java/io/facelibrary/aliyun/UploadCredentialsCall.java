package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.Secret;
import java.time.Instant;
import java.util.function.Function;

/**
 * Asks the service for the right to upload.
 *
 * <p>The operation stands on no help page. Source of its fields, and that the time is in
 * milliseconds: {@code ClientUploader} in the history of {@code aliyun-openapi-java-sdk} (removed
 * by commit f179ccbf5b) and in {@code aliyun-openapi-python-sdk}.
 */
final class UploadCredentialsCall implements Function<Operation, UploadGrant> {
  private final GreenClient client;

  UploadCredentialsCall(GreenClient client) {
    this.client = client;
  }

  /**
   * Calls UploadCredentials.
   *
   * @throws FaceLibraryException if the service refused, or what it gave cannot be used
   */
  @Override
  public UploadGrant apply(Operation during) {
    GreenClient.Reply reply =
        client.call(during, GreenOperation.UPLOAD_CREDENTIALS, Bodies.NoFields.BODY);
    JsonNode data = reply.data();
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
      throw reply.failures().defect(reply.answer(), "upload credentials without expiredTime");
    } catch (IllegalArgumentException e) {
      throw reply
          .failures()
          .defect(reply.answer(), "unusable upload credentials: " + e.getMessage());
    }
  }
}
