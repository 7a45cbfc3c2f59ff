package io.facelibrary.green;

import io.facelibrary.green.internal.auth.AccessKey;
import io.facelibrary.green.internal.auth.AccessKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * UploadCredentials. Source: the official uploaders ({@code request/extension/ClientUploader} in
 * the history of the Python and Java SDKs), which read these fields.
 */
final class UploadCredentialsHandler implements OperationHandler {
  private final AccessKeys keys;
  private final UploadTarget target;
  private final UploadLimits limits;
  private final Clock clock;
  private final Supplier<URI> endpoint;

  /**
   * @param endpoint the URL to upload to, known once the server has started
   */
  UploadCredentialsHandler(
      AccessKeys keys,
      UploadTarget target,
      UploadLimits limits,
      Clock clock,
      Supplier<URI> endpoint) {
    this.keys = keys;
    this.target = target;
    this.limits = limits;
    this.clock = clock;
    this.endpoint = endpoint;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    Instant expires = clock.instant().plus(limits.lifetime());
    AccessKey key = keys.issueForUploads(expires);
    AccessKey.Session session = key.session().orElseThrow();
    return OperationResult.object(
        json -> {
          json.writeStringField("accessKeyId", key.id());
          json.writeStringField("accessKeySecret", key.secret().reveal());
          json.writeStringField("securityToken", session.token().reveal());
          json.writeNumberField("expiredTime", session.expiry().toEpochMilli());
          json.writeStringField("ossEndpoint", endpoint.get().toString());
          json.writeStringField("uploadBucket", target.bucket());
          json.writeStringField("uploadFolder", target.folder());
        });
  }
}
