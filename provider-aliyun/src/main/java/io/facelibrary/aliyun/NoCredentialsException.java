package io.facelibrary.aliyun;

import com.aliyuncs.exceptions.ClientException;

/** There are no credentials to sign with. */
final class NoCredentialsException extends ClientException {
  private static final long serialVersionUID = 1;

  NoCredentialsException(String message) {
    super(message);
  }

  NoCredentialsException(String message, RuntimeException cause) {
    super("SDK.NoCredentials", message, cause);
  }
}
