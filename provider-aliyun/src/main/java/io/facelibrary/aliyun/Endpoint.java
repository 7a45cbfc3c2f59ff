package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.aliyun.internal.transport.HostUrl;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URL of the service.
 *
 * @param url {@code http} or {@code https}, a host, and a port if it is not the default
 */
record Endpoint(URI url) {
  /** Source: help.aliyun.com document 107743: the only two regions with face retrieval. */
  static final Set<String> REGIONS = Set.of("cn-beijing", "cn-shanghai");

  static final Set<String> SCHEMES = Set.of("http", "https");

  private static final Pattern CLOUD_HOST =
      Pattern.compile("green(?:-vpc)?\\.([a-z0-9-]+)\\.aliyuncs\\.com");

  Endpoint {
    if (!HostUrl.isHost(url, SCHEMES)) {
      throw InvalidRequestException.of(
          AliyunSettings.ENDPOINT.name(),
          "must be http or https, a host, and optionally a port, without a path");
    }
    if (HostUrl.hasExtras(url)) {
      throw InvalidRequestException.of(
          AliyunSettings.ENDPOINT.name(), "must not hold user information, a query or a fragment");
    }
  }

  /** Returns the service's public endpoint in a region, over HTTPS. */
  static Endpoint of(String region) {
    if (!REGIONS.contains(region)) {
      throw InvalidRequestException.of(
          AliyunSettings.REGION.name(),
          "must be a region with face retrieval, "
              + new TreeSet<>(REGIONS)
              + "; for another one, set the endpoint");
    }
    return new Endpoint(URI.create("https://green." + region + ".aliyuncs.com"));
  }

  boolean isSecure() {
    return url.getScheme().equals("https");
  }

  String hostAndPort() {
    return url.getRawAuthority();
  }

  /** Returns the region in the host. The SDK sends it; no server is known to read it. */
  String region() {
    Matcher host = CLOUD_HOST.matcher(url.getHost());
    return host.matches() ? host.group(1) : "cn-shanghai";
  }
}
