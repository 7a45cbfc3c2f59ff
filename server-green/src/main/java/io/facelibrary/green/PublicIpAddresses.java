package io.facelibrary.green;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Distinguishes public IP addresses from all others. Sources: the IANA registries of
 * special-purpose IPv4 and IPv6 addresses (RFC 6890).
 */
final class PublicIpAddresses {
  private PublicIpAddresses() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] ip) {
    int a = ip[0] & 0xFF;
    int b = ip[1] & 0xFF;
    int c = ip[2] & 0xFF;
    boolean thisNetwork = a == 0;
    boolean shared = a == 100 && (b & 0xC0) == 64;
    boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2);
    boolean relay = a == 192 && b == 88 && c == 99;
    boolean benchmarks = a == 198 && (b & 0xFE) == 18;
    boolean examples = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
    boolean reserved = a >= 240;
    return !(thisNetwork || shared || protocols || relay || benchmarks || examples || reserved);
  }

  private static boolean isPublicV6(byte[] ip) {
    // Only 2000::/3 is allocated. In it, 6to4 and Teredo embed IPv4 addresses.
    boolean allocated = (ip[0] & 0xE0) == 0x20;
    boolean sixToFour = ip[0] == 0x20 && ip[1] == 0x02;
    boolean teredoAndOthers = ip[0] == 0x20 && ip[1] == 0x01 && (ip[2] & 0xFE) == 0;
    boolean examples =
        (ip[0] == 0x20 && ip[1] == 0x01 && ip[2] == 0x0D && (ip[3] & 0xFF) == 0xB8)
            || (ip[0] == 0x3F && (ip[1] & 0xFF) == 0xFF && (ip[2] & 0xF0) == 0);
    if (isTranslated(ip)) {
      return isPublic(lastFour(ip));
    }
    return allocated && !sixToFour && !teredoAndOthers && !examples;
  }

  /** 64:ff9b::/96 maps to the IPv4 address in its last bytes. */
  private static boolean isTranslated(byte[] ip) {
    byte[] prefix = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
    return Arrays.equals(ip, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static InetAddress lastFour(byte[] ip) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(ip, 12, 16));
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an IP address", e);
    }
  }
}
