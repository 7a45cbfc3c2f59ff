package io.facelibrary.aliyun.support;

/** The outcome of each golden error response: of a read, then of a write. */
public final class ErrorOutcomes {
  public static final String TABLE =
      """
      envelope/capital-letters: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/code-200: [] / joined
      envelope/code-280: INTERNAL NONE 280 / INTERNAL UNKNOWN 280
      envelope/code-400: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/code-400-with-http-400: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/code-401: INTERNAL NONE 401 / INTERNAL NONE 401
      envelope/code-403: INTERNAL NONE 403 / INTERNAL NONE 403
      envelope/code-404: INTERNAL NONE 404 / INTERNAL NONE 404
      envelope/code-480: INTERNAL NONE 480 / INTERNAL NONE 480
      envelope/code-500: UNAVAILABLE NONE 500 / UNAVAILABLE UNKNOWN 500
      envelope/code-500-with-http-500: UNAVAILABLE NONE 500 / UNAVAILABLE UNKNOWN 500
      envelope/code-503: UNAVAILABLE NONE 503 / UNAVAILABLE UNKNOWN 503
      envelope/code-580: UNAVAILABLE NONE 580 / UNAVAILABLE UNKNOWN 580
      envelope/code-581: TIMED_OUT NONE 581 / TIMED_OUT UNKNOWN 581
      envelope/code-585: UNAVAILABLE NONE 585 / UNAVAILABLE UNKNOWN 585
      envelope/code-586: INTERNAL NONE 586 / INTERNAL UNKNOWN 586
      envelope/code-587: UNAVAILABLE NONE 587 / UNAVAILABLE UNKNOWN 587
      envelope/code-588: THROTTLED NONE 588 / THROTTLED NONE 588
      envelope/code-589: INTERNAL NONE 589 / INTERNAL NONE 589
      envelope/code-590: INTERNAL NONE 590 / INTERNAL NONE 590
      envelope/code-591: UNAVAILABLE NONE 591 / UNAVAILABLE UNKNOWN 591
      envelope/code-592: INTERNAL NONE 592 / INTERNAL NONE 592
      envelope/code-594: INTERNAL NONE 594 / INTERNAL UNKNOWN 594
      envelope/code-595: INTERNAL NONE 595 / INTERNAL NONE 595
      envelope/code-596: PERMISSION_DENIED NONE 596 / PERMISSION_DENIED NONE 596
      envelope/code-as-text: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/data-absent: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/data-empty: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/data-empty-list: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/data-null: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/empty-object: INTERNAL NONE HTTP 200 / INTERNAL UNKNOWN HTTP 200
      envelope/inner-code-400: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/inner-code-500: UNAVAILABLE NONE 500 / UNAVAILABLE UNKNOWN 500
      envelope/inner-code-588: THROTTLED NONE 588 / THROTTLED NONE 588
      envelope/inner-code-596: PERMISSION_DENIED NONE 596 / PERMISSION_DENIED NONE 596
      envelope/inner-code-absent: [] / joined
      envelope/inner-code-null: [] / joined
      envelope/list-for-object: INTERNAL NONE HTTP 200 / INTERNAL UNKNOWN HTTP 200
      envelope/outer-code-500-inner-200: UNAVAILABLE NONE 500 / UNAVAILABLE UNKNOWN 500
      envelope/success-with-data-absent: INTERNAL NONE 200 / joined
      envelope/success-with-data-null: INTERNAL NONE 200 / joined
      envelope/unknown-code: INTERNAL NONE 599 / INTERNAL UNKNOWN 599
      envelope/unknown-fields: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/unknown-success-code: INTERNAL NONE 299 / INTERNAL UNKNOWN 299
      envelope/without-code: INTERNAL NONE HTTP 200 / INTERNAL UNKNOWN HTTP 200
      envelope/without-msg: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      envelope/without-request-id: INVALID_REQUEST NONE 400 / INVALID_REQUEST NONE 400
      gateway/illegal-timestamp: \
      UNAUTHENTICATED NONE IllegalTimestamp / \
      UNAUTHENTICATED NONE IllegalTimestamp
      gateway/incomplete-signature: \
      UNAUTHENTICATED NONE IncompleteSignature / \
      UNAUTHENTICATED NONE IncompleteSignature
      gateway/internal-error: UNAVAILABLE NONE InternalError / UNAVAILABLE UNKNOWN InternalError
      gateway/invalid-access-key-id-inactive: \
      UNAUTHENTICATED NONE InvalidAccessKeyId.Inactive / \
      UNAUTHENTICATED NONE InvalidAccessKeyId.Inactive
      gateway/invalid-access-key-id-not-found: \
      UNAUTHENTICATED NONE InvalidAccessKeyId.NotFound / \
      UNAUTHENTICATED NONE InvalidAccessKeyId.NotFound
      gateway/invalid-access-key-id-not-found-as-400: \
      UNAUTHENTICATED NONE InvalidAccessKeyId.NotFound / \
      UNAUTHENTICATED NONE InvalidAccessKeyId.NotFound
      gateway/invalid-action-not-found: \
      UNSUPPORTED NONE InvalidAction.NotFound / \
      UNSUPPORTED NONE InvalidAction.NotFound
      gateway/invalid-api-not-found: \
      UNSUPPORTED NONE InvalidApi.NotFound / \
      UNSUPPORTED NONE InvalidApi.NotFound
      gateway/invalid-parameter-format: \
      INVALID_REQUEST NONE InvalidParameter.Format / \
      INVALID_REQUEST NONE InvalidParameter.Format
      gateway/invalid-product-not-found: \
      UNSUPPORTED NONE InvalidProduct.NotFound / \
      UNSUPPORTED NONE InvalidProduct.NotFound
      gateway/invalid-protocol-need-ssl: \
      INVALID_REQUEST NONE InvalidProtocol.NeedSsl / \
      INVALID_REQUEST NONE InvalidProtocol.NeedSsl
      gateway/invalid-signature-method: \
      UNAUTHENTICATED NONE InvalidSignatureMethod / \
      UNAUTHENTICATED NONE InvalidSignatureMethod
      gateway/invalid-time-stamp-expired: \
      UNAUTHENTICATED NONE InvalidTimeStamp.Expired / \
      UNAUTHENTICATED NONE InvalidTimeStamp.Expired
      gateway/invalid-time-stamp-expired-short: \
      UNAUTHENTICATED NONE InvalidTimeStamp.Expired / \
      UNAUTHENTICATED NONE InvalidTimeStamp.Expired
      gateway/invalid-time-stamp-format: \
      UNAUTHENTICATED NONE InvalidTimeStamp.Format / \
      UNAUTHENTICATED NONE InvalidTimeStamp.Format
      gateway/missing-parameter: INVALID_REQUEST NONE MissingDate / INVALID_REQUEST NONE MissingDate
      gateway/service-unavailable: \
      UNAVAILABLE NONE ServiceUnavailable / \
      UNAVAILABLE UNKNOWN ServiceUnavailable
      gateway/signature-does-not-match: \
      UNAUTHENTICATED NONE SignatureDoesNotMatch / \
      UNAUTHENTICATED NONE SignatureDoesNotMatch
      gateway/signature-nonce-used: \
      UNAVAILABLE NONE SignatureNonceUsed / \
      UNAVAILABLE UNKNOWN SignatureNonceUsed
      gateway/throttling: THROTTLED NONE Throttling / THROTTLED NONE Throttling
      gateway/throttling-api: THROTTLED NONE Throttling.Api / THROTTLED NONE Throttling.Api
      gateway/throttling-user: THROTTLED NONE Throttling.User / THROTTLED NONE Throttling.User
      gateway/throttling-user-with-old-recommend: \
      THROTTLED NONE Throttling.User / \
      THROTTLED NONE Throttling.User
      gateway/unsupported-http-method: \
      INTERNAL NONE UnsupportedHTTPMethod / \
      INTERNAL NONE UnsupportedHTTPMethod
      """;

  private ErrorOutcomes() {}
}
