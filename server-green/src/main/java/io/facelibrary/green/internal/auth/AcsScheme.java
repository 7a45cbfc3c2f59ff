package io.facelibrary.green.internal.auth;

import io.facelibrary.Secret;
import java.time.Instant;
import java.util.Optional;

/** A signature scheme of the API, with the fields that one request carries in it. */
sealed interface AcsScheme permits AcsSignature, Acs3Signature {

  String accessKeyId();

  /**
   * Returns the time at which the request was signed; the signature covers it.
   *
   * @throws RejectedRequestException if the time is missing or malformed
   */
  Instant time(ReceivedRequest request) throws RejectedRequestException;

  /** Returns the string that the server signed if the signature differs; empty if it matches. */
  Optional<String> mismatch(ReceivedRequest request, Secret secret);

  /**
   * Parses the header {@code Authorization}.
   *
   * @throws RejectedRequestException if the header is missing or malformed
   */
  static AcsScheme of(ReceivedRequest request, SignaturePolicy policy)
      throws RejectedRequestException {
    String authorization = request.header("authorization").orElse("");
    String scheme = authorization.substring(0, Math.max(0, authorization.indexOf(' ')));
    String rest = authorization.substring(scheme.length()).strip();
    if (scheme.equals("acs")) {
      return AcsSignature.of(request, rest);
    }
    if (scheme.equals("ACS3-HMAC-SHA256")) {
      return Acs3Signature.of(request, rest, policy);
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
