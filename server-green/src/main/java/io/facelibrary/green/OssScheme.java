package io.facelibrary.green;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;

/** A way to sign requests to the object store, and what one request says in it. */
sealed interface OssScheme permits OssSignatureV1, OssSignatureV4 {

  String accessKeyId();

  /** When the request says that it was made; nothing if it does not say so as it must. */
  Optional<Instant> time(ReceivedRequest request);

  /** The text that the server would have signed, if the signature is not one of this request. */
  Optional<String> mismatch(ReceivedRequest request, Secret secret);

  /**
   * Reads the header {@code Authorization}.
   *
   * @throws RejectedRequestException if there is none, or none that can be read
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
    return scheme.isPresent() ? scheme.get() : refuse();
  }

  private static OssScheme refuse() throws RejectedRequestException {
    throw new RejectedRequestException(OssErrors.invalidAuthorization());
  }

  /**
   * The path {@code /bucket/key} as it is signed: decoded, and with a slash after the bucket even
   * if no key follows.
   */
  static String resource(ReceivedRequest request) {
    String path = RawBytesText.decode(RawBytesText.of(request.path()), false);
    return path.indexOf('/', 1) < 0 && path.length() > 1 ? path + "/" : path;
  }
}
