package com.lotview.kit.outside;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses may be reached: those of the public Internet, and those that the operator
 * allows besides. The refused networks are those of the IANA registries of special-purpose
 * addresses.
 */
public final class PublicNetworks {
  private static final List<IpSubnetFilterRule> SPECIAL_V4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          // Shared by the customers of a provider (CGNAT).
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Azure's service for virtual machines has a public address.
          "168.63.129.16/32",
          // Link-local; also where clouds keep the credentials of virtual machines.
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // Multicast, reserved, broadcast.
          "224.0.0.0/4",
          "240.0.0.0/4");

  // All else is loopback, link-local, private, multicast, an IPv4 address in disguise
  // (::ffff:0:0/96,
  // 64:ff9b::/96, 64:ff9b:1::/48), or not assigned.
  private static final IpSubnetFilterRule GLOBAL_V6 = network("2000::/3");
  private static final List<IpSubnetFilterRule> SPECIAL_V6 =
      networks(
          // Protocols, among them Teredo, which holds an IPv4 address.
          "2001::/23",
          "2001:db8::/32",
          // 6to4, which holds an IPv4 address.
          "2002::/16",
          "2620:4f:8000::/48",
          "3fff::/20");

  private final List<IpSubnetFilterRule> allowed;

  /**
   * Allows the public Internet and these networks.
   *
   * @param allowed addresses or networks, as {@code 10.1.2.3} or {@code 10.1.0.0/16}
   * @throws IllegalArgumentException if one is neither
   */
  public PublicNetworks(List<String> allowed) {
    this.allowed = allowed.stream().map(PublicNetworks::network).toList();
  }

  /** Whether a connection to the address may be opened. */
  public boolean allow(InetAddress address) {
    return within(allowed, address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? !within(SPECIAL_V4, address)
        : within(List.of(GLOBAL_V6), address) && !within(SPECIAL_V6, address);
  }

  private static boolean within(List<IpSubnetFilterRule> networks, InetAddress address) {
    InetSocketAddress any = new InetSocketAddress(address, 0);
    return networks.stream().anyMatch(network -> network.matches(any));
  }

  private static List<IpSubnetFilterRule> networks(String... networks) {
    return Stream.of(networks).map(PublicNetworks::network).toList();
  }

  private static IpSubnetFilterRule network(String text) {
    int slash = text.indexOf('/');
    InetAddress address =
        NetUtil.createInetAddressFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException("Not an address or a network: " + text);
    }
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }
}
