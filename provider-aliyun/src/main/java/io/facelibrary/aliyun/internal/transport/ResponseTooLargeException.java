package io.facelibrary.aliyun.internal.transport;

import java.io.IOException;

/** The response is larger than any response of the service. */
final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  ResponseTooLargeException(int maxBytes) {
    super("the response has more than " + maxBytes + " bytes");
  }
}
