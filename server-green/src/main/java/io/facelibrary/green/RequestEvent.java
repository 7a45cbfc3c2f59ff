package io.facelibrary.green;

import java.time.Duration;

/**
 * What a log or a metric may know of a request that was answered: no id, no address, no key.
 *
 * @param operation what was asked, such as {@code AddFaces} or {@code PutObject}; empty where
 *     nothing served was
 * @param status the HTTP status
 * @param code the protocol's own code: a number of the service or a word of the gateway
 * @param time from the first byte of the request to the answer
 * @param received bytes of the body of the request
 * @param sent bytes of the body of the answer
 */
public record RequestEvent(
    String operation, int status, String code, Duration time, long received, long sent) {}
