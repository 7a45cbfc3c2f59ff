package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the service is.
 *
 * @param address {@code http} or {@code https}, a host, and a port if it is not the usual one
 */
record Endpoint(URI address) {
  /** Source: help.aliyun.com document 107743: the only two regions with face retrieval. */
  static final Set<String> REGIONS = Set.of("cn-beijing", "cn-shanghai");

  static final Set<String> SCHEMES = Set.of("http", "https");

  private static final int HIGHEST_PORT = 0xffff;

  private static final Pattern CLOUD_HOST =
      Pattern.compile("green(?:-vpc)?\\.([a-z0-9-]+)\\.aliyuncs\\.com");

  Endpoint {
    if (!isHost(address, SCHEMES)) {
      throw InvalidRequestException.of(
          AliyunSettings.ENDPOINT,
          "must be http or https, a host, and a port if need be, without a path");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw InvalidRequestException.of(
          AliyunSettings.ENDPOINT, "must not hold user information, a query or a fragment");
    }
  }

  /** Tells whether an address is one of a host, and of nothing on it. */
  static boolean isHost(URI address, Set<String> schemes) {
    return address.getHost() != null
        && schemes.contains(address.getScheme())
        && Set.of("", "/").contains(address.getRawPath())
        && address.getPort() != 0
        && address.getPort() <= HIGHEST_PORT;
  }

  /** Returns the service's public endpoint in a region, over HTTPS. */
  static Endpoint of(String region) {
    if (!REGIONS.contains(region)) {
      throw InvalidRequestException.of(
          AliyunSettings.REGION,
          "must be one with face retrieval, " + new TreeSet<>(REGIONS) + "; else set the endpoint");
    }
    return new Endpoint(URI.create("https://green." + region + ".aliyuncs.com"));
  }

  boolean isSecure() {
    return address.getScheme().equals("https");
  }

  String hostAndPort() {
    return address.getRawAuthority();
  }

  /** The region that the host names; the SDK sends one, and no server is known to read it. */
  String region() {
    Matcher host = CLOUD_HOST.matcher(address.getHost());
    return host.matches() ? host.group(1) : "cn-shanghai";
  }
}
