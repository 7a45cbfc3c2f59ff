package io.facelibrary.aliyun;

import io.facelibrary.Operation;

/**
 * One call to the service.
 *
 * @param during what the user called; one such call may take several to the service
 * @param operation what the service is asked for
 */
record GreenCall(Operation during, GreenOperation operation) {}
