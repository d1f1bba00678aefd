package com.lotview.kit.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What an access token was issued for, as far as it can be revoked.
 *
 * @param session the session that the token came from, if the token names one
 * @param version of the user's rights when the token was issued
 */
public record Access(UUID userId, @Nullable UUID session, int version) {

  /** Claim that names the session. */
  public static final String SESSION = "sid";

  /** Claim with the version of the user's rights. */
  public static final String VERSION = "ver";

  /** Reads a person's token; fails as {@link Caller} does. */
  public static Access of(Jwt token) {
    UUID user = Caller.of(token, RequestOrigin.NONE).userId();
    String session = token.getClaimAsString(SESSION);
    Object version = token.getClaim(VERSION);
    return new Access(
        user,
        session == null ? null : UUID.fromString(session),
        version instanceof Number number ? number.intValue() : 0);
  }
}
