package com.lotview.kit.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNetworksTest {
  private static final PublicNetworks PUBLIC = new PublicNetworks(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2001:200::1",
        "2003::1",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82a::200e",
        "3ffe::1"
      })
  void aPublicAddressIsAllowed(String address) throws Exception {
    assertThat(PUBLIC.allow(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressOfASpecialNetworkIsRefused(String address) throws Exception {
    assertThat(PUBLIC.allow(InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void anIpv4AddressInAnIpv6OneIsRefused() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 8;
    mapped[13] = 8;
    mapped[14] = 8;
    mapped[15] = 8;

    assertThat(PUBLIC.allow(v6(mapped))).isFalse();
  }

  // InetAddress.getByAddress would make an IPv4 address of it.
  private static InetAddress v6(byte[] bytes) throws UnknownHostException {
    return Inet6Address.getByAddress(null, bytes, -1);
  }

  @Test
  void anOperatorMayAllowMore() throws Exception {
    PublicNetworks more = new PublicNetworks(List.of("10.1.0.0/16", "::1"));

    assertThat(more.allow(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(more.allow(InetAddress.ofLiteral("::1"))).isTrue();
    assertThat(more.allow(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(more.allow(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PublicNetworks(List.of("intranet")))
        .withMessageContaining("intranet");
  }
}
