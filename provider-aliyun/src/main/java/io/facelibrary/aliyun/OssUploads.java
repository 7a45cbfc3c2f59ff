package io.facelibrary.aliyun;

import com.aliyun.sdk.service.oss2.OSSClient;
import com.aliyun.sdk.service.oss2.credentials.StaticCredentialsProvider;
import com.aliyun.sdk.service.oss2.exceptions.OperationException;
import com.aliyun.sdk.service.oss2.models.PutObjectRequest;
import com.aliyun.sdk.service.oss2.retry.NopRetryer;
import com.aliyun.sdk.service.oss2.transport.BinaryData;
import io.facelibrary.FaceImage;
import io.facelibrary.Operation;
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
 * Uploads to the object storage that the service names, through the storage's official client
 * library, as the uploader of the documentation does.
 *
 * <p>A picture is sent once. Only if the storage says that the right to upload has ended is it sent
 * once more with a new one, under the same name.
 */
final class OssUploads implements Uploads {
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

  private final Exchange exchange;
  private final OssTransport transport;
  private final UploadGrants grants;
  private final String region;
  private volatile @Nullable Session session;

  /**
   * Makes uploads with connections of their own.
   *
   * @param region the region to sign for where the storage's address names none
   */
  OssUploads(Connections connections, UploadGrants grants, String region) {
    this.exchange = new Exchange(connections);
    this.transport = new OssTransport(exchange);
    this.grants = grants;
    this.region = region;
  }

  /** Makes uploads that ask the service for the right to upload. */
  static Uploads open(Connections connections, GreenClient client, Endpoint endpoint) {
    UploadGrants grants = new UploadGrants(new UploadCredentialsCall(client), Clock.systemUTC());
    return new OssUploads(connections, grants, endpoint.region());
  }

  /** A client of the storage; it belongs to one right to upload. */
  private record Session(UploadGrant grant, OSSClient storage) {}

  @Override
  public URI put(Operation during, FaceImage.Bytes picture) {
    String md5 = md5(picture);
    UploadGrant grant = grants.current(during);
    String key = UploadName.newKey(grant.folder(), picture.format());
    try {
      return put(grant, key, picture, md5);
    } catch (OperationException e) {
      OssFailure failure = OssFailure.of(e);
      if (failure.refusesGrant()) {
        grants.drop(grant);
      }
      if (!failure.saysGrantEnded()) {
        throw failure.during(during);
      }
    }
    return putAgain(during, key, picture, md5);
  }

  private URI putAgain(Operation during, String key, FaceImage.Bytes picture, String md5) {
    UploadGrant grant = grants.current(during);
    try {
      return put(grant, key, picture, md5);
    } catch (OperationException e) {
      OssFailure failure = OssFailure.of(e);
      if (failure.refusesGrant()) {
        grants.drop(grant);
      }
      throw failure.during(during);
    }
  }

  private URI put(UploadGrant grant, String key, FaceImage.Bytes picture, String md5) {
    storage(grant)
        .putObject(
            PutObjectRequest.newBuilder()
                .bucket(grant.bucket())
                .key(key)
                .contentType(picture.format().mediaType())
                .contentMd5(md5)
                .body(BinaryData.fromStream(picture.open(), (long) picture.size()))
                .build());
    return URI.create("oss://" + grant.bucket() + "/" + key);
  }

  private OSSClient storage(UploadGrant grant) {
    Session known = session;
    if (known != null && known.grant().equals(grant)) {
      return known.storage();
    }
    OSSClient storage = newStorage(grant);
    session = new Session(grant, storage);
    return storage;
  }

  private OSSClient newStorage(UploadGrant grant) {
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
        // The storage compares Content-MD5 itself, and refuses what arrived otherwise.
        .disableUploadCRC64Check(true)
        .build();
  }

  /** Tells whether a bucket cannot stand before the host, so that it goes into the path. */
  static boolean hasNoSubdomains(String host) {
    return NUMERIC.matcher(host).matches() || host.toLowerCase(Locale.ROOT).equals("localhost");
  }

  private static String md5(FaceImage.Bytes picture) {
    try (InputStream in = picture.open()) {
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
