package io.facelibrary.green;

import java.time.Duration;

/**
 * A request that was served, for logs and metrics. It holds no id, no URL and no key.
 *
 * @param operation the name of the operation, such as {@code AddFaces} or {@code PutObject}; empty
 *     if none was called
 * @param status the HTTP status
 * @param code the code of the protocol: a number of the service or a word of the gateway
 * @param time the time from the first byte of the request to the start of the response
 * @param received the size of the request body in bytes
 * @param sent the size of the response body in bytes
 */
public record RequestEvent(
    String operation, int status, String code, Duration time, long received, long sent) {}
