package com.lotview.gateway.edge;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The word that allows styles which the dashboard's libraries make, in one view of the page. */
public final class StyleNonce {
  private static final String ATTRIBUTE = StyleNonce.class.getName();
  private static final int BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private StyleNonce() {}

  /** A new word for this answer; its security headers name it, and are those of the dashboard. */
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
