package io.facelibrary.aliyun;

import io.facelibrary.Operation;

/**
 * One call to the service.
 *
 * @param during the operation that the user called; it may take several calls to the service
 * @param operation the operation of the service
 */
record GreenCall(Operation during, GreenOperation operation) {}
