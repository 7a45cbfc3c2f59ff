package io.facelibrary.aliyun;

import com.aliyun.sdk.service.oss2.OSSClient;
import com.aliyun.sdk.service.oss2.credentials.StaticCredentialsProvider;
import com.aliyun.sdk.service.oss2.exceptions.OperationException;
import com.aliyun.sdk.service.oss2.models.PutObjectRequest;
import com.aliyun.sdk.service.oss2.retry.NopRetryer;
import com.aliyun.sdk.service.oss2.transport.BinaryData;
import io.facelibrary.FaceImage;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import io.facelibrary.aliyun.internal.transport.Exchange;
import io.facelibrary.aliyun.internal.transport.OssTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Uploads images to the object storage that the service names, through the official client library
 * of the storage, as the documented uploader does.
 *
 * <p>An image is sent once, unless the storage reports that the upload grant has expired. Then the
 * image is sent a second time, with a new grant and under the same name.
 */
final class OssUploads implements Uploads {
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

  private final Exchange exchange;
  private final OssTransport transport;
  private final UploadGrants grants;
  private final String region;
  private volatile @Nullable Session session;

  /**
   * Opens its own connections.
   *
   * @param region the region to sign for if the endpoint of the storage names none
   */
  OssUploads(ConnectionSettings connections, UploadGrants grants, String region) {
    this(new Exchange(connections), grants, region);
  }

  /** Sends over an exchange, and closes it. */
  OssUploads(Exchange exchange, UploadGrants grants, String region) {
    this.exchange = exchange;
    this.transport = new OssTransport(exchange);
    this.grants = grants;
    this.region = region;
  }

  /** Creates uploads that request their grants from the service. */
  static Uploads open(ConnectionSettings connections, GreenClient client, Endpoint endpoint) {
    UploadGrants grants = new UploadGrants(new UploadCredentialsCall(client), Clock.systemUTC());
    return new OssUploads(connections, grants, endpoint.region());
  }

  /** A client of the storage; it belongs to one upload grant. */
  private record Session(UploadGrant grant, OSSClient storage) {}

  @Override
  public URI put(Operation during, FaceImage.Bytes image) {
    String md5 = md5(image);
    UploadGrant grant = grants.acquire(during);
    String key = UploadName.newKey(grant.folder(), image.format());
    try {
      return put(grant, key, image, md5);
    } catch (OperationException e) {
      OssFailure failure = OssFailure.of(e);
      if (failure.refusesGrant()) {
        grants.discard(grant);
      }
      if (!failure.isGrantExpired()) {
        throw failure.toException(during);
      }
    }
    return putAgain(during, key, image, md5);
  }

  private URI putAgain(Operation during, String key, FaceImage.Bytes image, String md5) {
    UploadGrant grant = grants.acquire(during);
    try {
      return put(grant, key, image, md5);
    } catch (OperationException e) {
      OssFailure failure = OssFailure.of(e);
      if (failure.refusesGrant()) {
        grants.discard(grant);
      }
      throw failure.toException(during);
    }
  }

  private URI put(UploadGrant grant, String key, FaceImage.Bytes image, String md5) {
    clientFor(grant)
        .putObject(
            PutObjectRequest.newBuilder()
                .bucket(grant.bucket())
                .key(key)
                .contentType(image.format().mediaType())
                .contentMd5(md5)
                .body(BinaryData.fromStream(image.open(), (long) image.size()))
                .build());
    return URI.create("oss://" + grant.bucket() + "/" + key);
  }

  private OSSClient clientFor(UploadGrant grant) {
    Session known = session;
    if (known != null && known.grant().equals(grant)) {
      return known.storage();
    }
    OSSClient storage = newClient(grant);
    session = new Session(grant, storage);
    return storage;
  }

  private OSSClient newClient(UploadGrant grant) {
    return OSSClient.newBuilder()
        .endpoint(grant.endpoint().toString())
        .region(grant.region(region))
        .usePathStyle(hasNoSubdomains(grant.endpoint().getHost()))
        .credentialsProvider(
            new StaticCredentialsProvider(
                grant.accessKeyId().reveal(),
                grant.accessKeySecret().reveal(),
                grant.securityToken().reveal()))
        .httpClient(transport)
        .retryer(new NopRetryer())
        // The storage checks Content-MD5 itself, and refuses a body that does not match.
        .disableUploadCRC64Check(true)
        .build();
  }

  /** Returns whether the host cannot have a bucket as subdomain, so that the path names it. */
  static boolean hasNoSubdomains(String host) {
    return NUMERIC.matcher(host).matches() || host.toLowerCase(Locale.ROOT).equals("localhost");
  }

  private static String md5(FaceImage.Bytes image) {
    try (InputStream in = image.open()) {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      try (DigestInputStream digesting = new DigestInputStream(in, md5)) {
        digesting.transferTo(OutputStream.nullOutputStream());
      }
      return Base64.getEncoder().encodeToString(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    exchange.close();
  }
}
