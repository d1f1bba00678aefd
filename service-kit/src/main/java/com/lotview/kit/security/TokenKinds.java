package com.lotview.kit.security;

/** Names in tokens, for issuer and verifiers. */
public final class TokenKinds {
  /** The issuer of every token. */
  public static final String ISSUER = "lotview";

  /** Audience of a person's access token. */
  public static final String API_AUDIENCE = "lotview-api";

  /** Authority of a person. */
  public static final String USER = "ROLE_USER";

  /** Authority of a service that calls this one. */
  public static final String SERVICE = "ROLE_SERVICE";

  private TokenKinds() {}
}
