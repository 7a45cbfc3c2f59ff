package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import java.net.URI;
import java.time.Instant;

/** Rights to upload, for tests. */
final class Grants {
  static final String KEY_ID = "STS.uploadKeyOfTests";
  static final String SECRET = "uploadSecretOfTests";
  static final String TOKEN = "CAISuploadTokenOfTests==";
  static final String BUCKET = "green-upload";

  private Grants() {}

  static UploadGrant until(Instant expires) {
    return numbered(0, URI.create("https://oss-cn-shanghai.aliyuncs.com"), expires);
  }

  static UploadGrant at(URI endpoint) {
    return numbered(0, endpoint, Instant.now().plusSeconds(3600));
  }

  /** As the others, but for another token. */
  static UploadGrant numbered(int number, URI endpoint, Instant expires) {
    return new UploadGrant(
        Secret.of(KEY_ID),
        Secret.of(SECRET),
        Secret.of(number == 0 ? TOKEN : TOKEN + number),
        expires,
        endpoint,
        BUCKET,
        "upload/2026");
  }
}
