package io.facelibrary.aliyun.internal.transport;

import java.io.IOException;

/** The proxy refused to open a tunnel to the service, so the request was not sent. */
final class ProxyRefusedException extends IOException {
  private static final long serialVersionUID = 1;

  ProxyRefusedException(int status) {
    super("HTTP status " + status + " of the proxy");
  }
}
