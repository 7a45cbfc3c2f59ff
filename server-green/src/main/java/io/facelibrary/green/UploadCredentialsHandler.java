package io.facelibrary.green;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * UploadCredentials. Source: the official uploaders, which read these fields ({@code
 * request/extension/ClientUploader} in the history of the Python and Java SDKs).
 */
final class UploadCredentialsHandler implements OperationHandler {
  private final AccessKeys keys;
  private final UploadTarget place;
  private final UploadLimits limits;
  private final Clock clock;
  private final Supplier<URI> endpoint;

  /**
   * @param endpoint where to upload to, known once the server is started
   */
  UploadCredentialsHandler(
      AccessKeys keys,
      UploadTarget place,
      UploadLimits limits,
      Clock clock,
      Supplier<URI> endpoint) {
    this.keys = keys;
    this.place = place;
    this.limits = limits;
    this.clock = clock;
    this.endpoint = endpoint;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    Instant expires = clock.instant().plus(limits.life());
    AccessKey key = keys.issueForUploads(expires);
    AccessKey.Session session = key.session().orElseThrow();
    return OperationResult.object(
        json -> {
          json.writeStringField("accessKeyId", key.id());
          json.writeStringField("accessKeySecret", key.secret().reveal());
          json.writeStringField("securityToken", session.token().reveal());
          json.writeNumberField("expiredTime", session.expiry().toEpochMilli());
          json.writeStringField("ossEndpoint", endpoint.get().toString());
          json.writeStringField("uploadBucket", place.bucket());
          json.writeStringField("uploadFolder", place.folder());
        });
  }
}
