package com.lotview.auth.token;

import com.lotview.auth.account.Account;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.TokenKinds;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs access tokens (RS256). Thread-safe; signing takes about a millisecond. */
@Component
public class AccessTokens {
  /** Lifetime of a person's token. */
  public static final Duration PERSON_LIFE = Duration.ofMinutes(15);

  /** Lifetime of a service's token. */
  public static final Duration SERVICE_LIFE = Duration.ofMinutes(5);

  private final RSAKey key;
  private final JWSSigner signer;
  private final Clock clock;

  AccessTokens(SigningKeys keys, Clock clock) throws JOSEException {
    this.key = keys.signing();
    this.signer = new RSASSASigner(key);
    this.clock = clock;
  }

  /** An access token for a person. */
  public String forPerson(Account person, UUID session) {
    return sign(
        claims(PERSON_LIFE)
            .subject(person.id().toString())
            .audience(TokenKinds.API_AUDIENCE)
            .claim(Caller.DEALERSHIP, person.dealership().id().toString())
            .claim(Caller.ROLE, person.role().name())
            .claim(Access.SESSION, session.toString())
            .claim(Access.VERSION, person.accessVersion()));
  }

  /** An access token for an API key; the gateway requests a new one for each second of use. */
  public String forApiKey(UUID key, UUID dealership, List<String> scopes) {
    return sign(
        claims(SERVICE_LIFE)
            .subject(key.toString())
            .audience(TokenKinds.API_AUDIENCE)
            .claim(Caller.DEALERSHIP, dealership.toString())
            .claim(Caller.SCOPE, String.join(" ", scopes)));
  }

  /** A token with which one service calls another. */
  public String forService(String service, String callee) {
    return sign(claims(SERVICE_LIFE).subject("service:" + service).audience(callee));
  }

  private JWTClaimsSet.Builder claims(Duration life) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(TokenKinds.ISSUER)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(life)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The token could not be signed", e);
    }
    return token.serialize();
  }
}
