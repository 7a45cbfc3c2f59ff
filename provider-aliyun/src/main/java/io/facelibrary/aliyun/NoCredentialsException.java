package io.facelibrary.aliyun;

import com.aliyuncs.exceptions.ClientException;

/** There is nothing to sign with. */
final class NoCredentialsException extends ClientException {
  private static final long serialVersionUID = 1;

  NoCredentialsException(String saying) {
    super(saying);
  }

  NoCredentialsException(String saying, RuntimeException cause) {
    super("SDK.NoCredentials", saying, cause);
  }
}
