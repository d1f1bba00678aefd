package com.lotview.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trusted proxies in front of the gateway; forwarding headers of other senders are ignored. */
final class TrustedProxies {
  private final List<IpSubnetFilterRule> rules;

  /** Takes addresses and subnets, e.g. {@code 10.0.0.7} or {@code 10.0.0.0/8}. */
  TrustedProxies(List<String> proxies) {
    this.rules = proxies.stream().map(TrustedProxies::rule).toList();
  }

  boolean contains(@Nullable InetAddress address) {
    return address != null
        && rules.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(address, 0)));
  }

  /**
   * The client's address: the sender's own, or, while that is a trusted proxy, the one before it.
   *
   * @param forwardedFor all values of {@code X-Forwarded-For}, in order
   */
  InetAddress client(InetAddress sender, List<String> forwardedFor) {
    List<String> hops = forwardedFor.stream().flatMap(v -> List.of(v.split(",")).stream()).toList();
    InetAddress client = sender;
    for (String hop : hops.reversed()) {
      // Null if it is not a literal address: names are never resolved.
      InetAddress before = NetUtil.createInetAddressFromIpAddressString(hop.strip());
      if (!contains(client) || before == null) {
        break;
      }
      client = before;
    }
    return client;
  }

  private static IpSubnetFilterRule rule(String proxy) {
    int slash = proxy.indexOf('/');
    String host = slash < 0 ? proxy : proxy.substring(0, slash);
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
    if (address == null) {
      throw new IllegalArgumentException("TRUSTED_PROXIES holds no address or subnet: " + proxy);
    }
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = slash < 0 ? bits : Integer.parseInt(proxy.substring(slash + 1));
    return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
  }
}
