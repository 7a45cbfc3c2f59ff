package io.facelibrary.aliyun;

import java.io.IOException;

/** The proxy opened no way to the service, so that the request did not leave. */
final class ProxyRefusedException extends IOException {
  private static final long serialVersionUID = 1;

  ProxyRefusedException(int status) {
    super("HTTP status " + status + " of the proxy");
  }
}
