package io.facelibrary.aliyun;

import java.io.IOException;

/** The service sent more than any answer has. */
final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  ResponseTooLargeException(int most) {
    super("the answer has more than " + most + " bytes");
  }
}
