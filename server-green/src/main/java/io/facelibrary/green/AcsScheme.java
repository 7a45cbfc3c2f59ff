package io.facelibrary.green;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;

/** A way to sign requests to the API, and what one request says in it. */
sealed interface AcsScheme permits AcsSignature, Acs3Signature {

  String accessKeyId();

  /**
   * When the request says that it was made; a time that its signature covers.
   *
   * @throws RejectedRequestException if there is none, or none that can be read
   */
  Instant time(ReceivedRequest request) throws RejectedRequestException;

  /** The text that the server would have signed, if the signature is not one of this request. */
  Optional<String> mismatch(ReceivedRequest request, Secret secret);

  /**
   * Reads the header {@code Authorization}.
   *
   * @throws RejectedRequestException if there is none, or none that can be read
   */
  static AcsScheme of(ReceivedRequest request, SignaturePolicy strictness)
      throws RejectedRequestException {
    String authorization = request.header("authorization").orElse("");
    String scheme = authorization.substring(0, Math.max(0, authorization.indexOf(' ')));
    String rest = authorization.substring(scheme.length()).strip();
    if (scheme.equals("acs")) {
      return AcsSignature.of(request, rest);
    }
    if (scheme.equals("ACS3-HMAC-SHA256")) {
      return Acs3Signature.of(request, rest, strictness);
    }
    boolean otherMethod =
        scheme.startsWith("ACS3-") || request.header("x-acs-bearer-token").isPresent();
    throw new RejectedRequestException(
        otherMethod
            ? AcsErrors.invalidSignatureMethod()
            : authorization.isEmpty()
                ? AcsErrors.missing("Authorization")
                : AcsErrors.incompleteSignature());
  }
}
