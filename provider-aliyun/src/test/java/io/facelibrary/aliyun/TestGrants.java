package io.facelibrary.aliyun;

import io.facelibrary.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Upload grants. */
final class TestGrants {
  static final String KEY_ID = "STS.uploadKeyOfTests";
  static final String SECRET = "uploadSecretOfTests";
  static final String TOKEN = "CAISuploadTokenOfTests==";
  static final String BUCKET = "green-upload";

  static final Instant FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z");

  /** Stands still, so that a grant never expires during a test. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private TestGrants() {}

  static UploadGrant expiringAt(Instant expires) {
    return numbered(0, URI.create("https://oss-cn-shanghai.aliyuncs.com"), expires);
  }

  static UploadGrant at(URI endpoint) {
    return numbered(0, endpoint, FAR_FUTURE);
  }

  /** Returns a grant whose token has a number, unless that is 0. */
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
