package io.facelibrary.green;

/**
 * Why the gateway before the service refused a request. Its body has capital-letter names and its
 * status is never 200, unlike a business error's.
 *
 * @param status the HTTP status
 * @param code a word such as {@code SignatureDoesNotMatch}
 * @param message for people
 */
record GatewayError(int status, String code, String message) {}
