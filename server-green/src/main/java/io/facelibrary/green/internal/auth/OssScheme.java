package io.facelibrary.green.internal.auth;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;

/** A signature scheme of the object store, with the fields that one request carries in it. */
sealed interface OssScheme permits OssSignatureV1, OssSignatureV4 {

  String accessKeyId();

  /** Returns the time at which the request was signed; empty if it is missing or malformed. */
  Optional<Instant> time(ReceivedRequest request);

  /** Returns the string that the server signed if the signature differs; empty if it matches. */
  Optional<String> mismatch(ReceivedRequest request, Secret secret);

  /**
   * Parses the header {@code Authorization}.
   *
   * @throws RejectedRequestException if the header is missing or malformed
   */
  static OssScheme of(ReceivedRequest request) throws RejectedRequestException {
    String authorization =
        request
            .header("authorization")
            .orElseThrow(() -> new RejectedRequestException(OssErrors.anonymous()));
    Optional<? extends OssScheme> scheme =
        authorization.startsWith(OssSignatureV1.PREFIX)
            ? OssSignatureV1.read(authorization.substring(OssSignatureV1.PREFIX.length()))
            : authorization.startsWith(OssSignatureV4.PREFIX)
                ? OssSignatureV4.read(authorization.substring(OssSignatureV4.PREFIX.length()))
                : Optional.empty();
    return scheme.isPresent() ? scheme.get() : reject();
  }

  private static OssScheme reject() throws RejectedRequestException {
    throw new RejectedRequestException(OssErrors.invalidAuthorization());
  }

  /**
   * Returns the path {@code /bucket/key} as clients sign it: decoded, and with a slash after the
   * bucket even without a key.
   */
  static String resource(ReceivedRequest request) {
    String path = RawBytesText.decode(RawBytesText.of(request.path()), false);
    return path.indexOf('/', 1) < 0 && path.length() > 1 ? path + "/" : path;
  }
}
