package com.lotview.worker.browser.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The upstream proxies, and the one of each account: always the same on each worker, without stored
 * state. Adding or removing one moves only its accounts (rendezvous hashing).
 */
public final class Upstreams {

  private final List<Upstream> all;

  private Upstreams(List<Upstream> all) {
    this.all = List.copyOf(all);
  }

  /** No proxy: all browsers connect directly. */
  public static Upstreams none() {
    return new Upstreams(List.of());
  }

  /**
   * From the settings.
   *
   * @param host of the single proxy ({@code PROXY_HOST}); null or empty for none
   * @param port {@code PROXY_PORT}
   * @param user {@code PROXY_USER}; may contain {@code {account}}
   * @param password {@code PROXY_PASS}
   * @param list more proxies, {@code user:password@host:port}, separated by spaces or commas
   *     ({@code LOTVIEW_PROXIES})
   * @throws IllegalArgumentException with the setting's name, without its value
   */
  public static Upstreams of(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String list) {
    List<Upstream> all = new ArrayList<>();
    if (host != null && !host.isBlank()) {
      if (port == null || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("PROXY_HOST is set, but PROXY_PORT is no port");
      }
      all.add(
          new Upstream(
              host.strip(), port, user == null ? "" : user, password == null ? "" : password));
    }
    String[] entries =
        list == null || list.isBlank() ? new String[0] : list.strip().split("[,\\s]+");
    for (int i = 0; i < entries.length; i++) {
      all.add(Upstream.parse(entries[i], "LOTVIEW_PROXIES, entry " + (i + 1) + ","));
    }
    return new Upstreams(all);
  }

  /** Number of proxies. */
  public int count() {
    return all.size();
  }

  /** The account's proxy; empty if there are none. */
  Optional<Upstream> of(String account) {
    return all.stream()
        .max(Comparator.comparing(proxy -> weight(account, proxy), Long::compareUnsigned))
        .map(proxy -> proxy.forAccount(token(account)));
  }

  private static long weight(String account, Upstream proxy) {
    return ByteBuffer.wrap(hash(account + "\n" + proxy.address() + "\n" + proxy.user())).getLong();
  }

  /** A pseudonym of the account for its proxy's provider. */
  private static String token(String account) {
    return HexFormat.of().formatHex(Arrays.copyOf(hash(account), 6));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Upstreams" + all;
  }
}
