package io.facelibrary.aliyun.internal.transport;

import java.net.URI;
import java.util.Set;

/** Recognizes URLs that name a host only, without a path. */
public final class HostUrl {
  private static final int HIGHEST_PORT = 0xffff;

  private HostUrl() {}

  /** Returns whether a URL has one of the schemes, a host, no path, and a valid port if any. */
  public static boolean isHost(URI url, Set<String> schemes) {
    return url.getHost() != null
        && schemes.contains(url.getScheme())
        && Set.of("", "/").contains(url.getRawPath())
        && url.getPort() != 0
        && url.getPort() <= HIGHEST_PORT;
  }

  /** Returns whether a URL has user information, a query or a fragment. */
  public static boolean hasExtras(URI url) {
    return url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null;
  }
}
