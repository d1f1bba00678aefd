package com.lotview.gateway.edge;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The nonce that allows styles made by the dashboard's libraries, for one view of the page. */
public final class StyleNonce {
  private static final String ATTRIBUTE = StyleNonce.class.getName();
  private static final int BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private StyleNonce() {}

  /**
   * A new nonce for this answer, which then gets the dashboard's security headers with the nonce.
   */
  public static String make(ServerWebExchange exchange) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String nonce = Base64.getUrlEncoder().encodeToString(bytes);
    exchange.getAttributes().put(ATTRIBUTE, nonce);
    return nonce;
  }

  static @Nullable String of(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }
}
