package com.lotview.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Access tokens that no service may accept, by their fault. An attacker can make most of them; the
 * others are signed with the real key and would be valid at another place or time.
 */
public final class ForgedTokens {
  private final RSAKey key;
  private final RSAKey foreign;
  private final JWTClaimsSet claims;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private ForgedTokens(RSAKey key, RSAKey foreign, JWTClaimsSet claims) {
    this.key = key;
    this.foreign = foreign;
    this.claims = claims;
  }

  /**
   * The tokens.
   *
   * @param key signs real tokens of the issuer
   * @param user an existing person of the dealership, with the role GM
   * @param now by the clock of the service that checks
   */
  public static Map<String, String> of(RSAKey key, UUID user, UUID dealership, Instant now) {
    try {
      ForgedTokens forged =
          new ForgedTokens(
              key,
              new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate(),
              claims(user, dealership, now));
      forged.unsigned();
      forged.withSecrets();
      forged.foreignKeys();
      forged.headersThatNameAKey();
      forged.altered();
      forged.trueKeyWrongHeader();
      forged.trueKeyWrongClaims();
      return Map.copyOf(forged.tokens);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same token without a fault, to show that the others are refused for their faults. */
  public static String genuine(RSAKey key, UUID user, UUID dealership, Instant now) {
    try {
      ForgedTokens forged = new ForgedTokens(key, key, claims(user, dealership, now));
      return forged.signed(header -> header, forged.claims, key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet claims(UUID user, UUID dealership, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer("lotview")
        .audience("lotview-api")
        .subject(user.toString())
        .claim("dealershipId", dealership.toString())
        .claim("role", "GM")
        .claim("ver", Integer.MAX_VALUE)
        .issueTime(Date.from(now.minusSeconds(10)))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .build();
  }

  private void unsigned() {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      String header =
          "{\"alg\":\"" + none + "\",\"typ\":\"JWT\",\"kid\":\"" + key.getKeyID() + "\"}";
      tokens.put("alg " + none, part(header) + "." + part(claims.toString()) + ".");
    }
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    tokens.put("alg none with a signature", part(header) + "." + part(claims.toString()) + ".AAAA");
    tokens.put("no header", "." + part(claims.toString()) + ".");
    tokens.put("random text", "rt_" + UUID.randomUUID());
    tokens.put("three dots", "...");
  }

  // The public key is known to everyone, so it must not be accepted as the secret of an HMAC.
  private void withSecrets() throws JOSEException {
    byte[] der = key.toRSAPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n" + Base64.encode(der) + "\n-----END PUBLIC KEY-----\n";
    mac("HS256 with the public key, DER", JWSAlgorithm.HS256, der);
    mac("HS256 with the public key, PEM", JWSAlgorithm.HS256, ascii(pem));
    mac("HS512 with the public key, PEM", JWSAlgorithm.HS512, ascii(pem));
    mac("HS256 with the modulus", JWSAlgorithm.HS256, key.getModulus().decode());
    mac("HS256 with the key set", JWSAlgorithm.HS256, ascii(key.toPublicJWK().toJSONString()));
    mac("HS256 with zeros", JWSAlgorithm.HS256, new byte[32]);
  }

  private void foreignKeys() throws JOSEException {
    add("foreign key, true kid", h -> h, claims, foreign);
    add("foreign key, its own kid", h -> h.keyID("theirs"), claims, foreign);
    add("foreign key, kid with a path", h -> h.keyID("../../../../dev/null"), claims, foreign);
    add("foreign key, kid with SQL", h -> h.keyID("' or '1'='1"), claims, foreign);
    add("foreign key, no kid", h -> h.keyID(null), claims, foreign);
    sign(
        "ES256, true kid",
        header(JWSAlgorithm.ES256),
        claims,
        new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
    sign("PS256 of a foreign key", header(JWSAlgorithm.PS256), claims, new RSASSASigner(foreign));
  }

  private void headersThatNameAKey() throws JOSEException {
    URI theirs = URI.create("http://127.0.0.1:9/jwks.json");
    add("jwk header", h -> h.jwk(foreign.toPublicJWK()), claims, foreign);
    add("jwk header, no kid", h -> h.keyID(null).jwk(foreign.toPublicJWK()), claims, foreign);
    add("jku header", h -> h.jwkURL(theirs), claims, foreign);
    add("x5u header", h -> h.x509CertURL(theirs), claims, foreign);
    add("x5c header", h -> h.x509CertChain(List.of(Base64.encode("certificate"))), claims, foreign);
  }

  private void altered() throws JOSEException {
    String[] parts = signed(h -> h, claims, key).split("\\.");
    for (String change : List.of("role", "dealershipId", "sub", "iss")) {
      JWTClaimsSet other =
          new JWTClaimsSet.Builder(claims).claim(change, UUID.randomUUID().toString()).build();
      tokens.put("altered " + change, parts[0] + "." + part(other.toString()) + "." + parts[2]);
    }
    byte[] signature = new Base64URL(parts[2]).decode();
    signature[7] ^= 1;
    tokens.put(
        "one bit of the signature", parts[0] + "." + parts[1] + "." + Base64URL.encode(signature));
    byte[] half = Arrays.copyOf(signature, signature.length / 2);
    tokens.put("half a signature", parts[0] + "." + parts[1] + "." + Base64URL.encode(half));
    tokens.put("no signature", parts[0] + "." + parts[1] + ".");
    tokens.put("a part more", String.join(".", parts) + ".AAAA");
  }

  private void trueKeyWrongHeader() throws JOSEException {
    add("unknown kid", h -> h.keyID("unknown"), claims, key);
    add("no kid", h -> h.keyID(null), claims, key);
    add("no typ", h -> h.type(null), claims, key);
    add("typ of a refresh token", h -> h.type(new JOSEObjectType("refresh+jwt")), claims, key);
    add(
        "unknown crit",
        h -> h.criticalParams(Set.of("b64x")).customParam("b64x", true),
        claims,
        key);
    sign("RS384", header(JWSAlgorithm.RS384), claims, new RSASSASigner(key));
    sign("RS512", header(JWSAlgorithm.RS512), claims, new RSASSASigner(key));
    sign("PS256", header(JWSAlgorithm.PS256), claims, new RSASSASigner(key));
  }

  private void trueKeyWrongClaims() throws JOSEException {
    Instant now = claims.getIssueTime().toInstant();
    claim("expired", c -> c.expirationTime(Date.from(now.minusSeconds(300))));
    claim("no end", c -> c.expirationTime(null));
    claim("not valid yet", c -> c.notBeforeTime(Date.from(now.plusSeconds(300))));
    claim("another issuer", c -> c.issuer("https://evil.example"));
    claim("no issuer", c -> c.issuer(null));
    claim("another audience", c -> c.audience("another-api"));
    claim("no audience", c -> c.audience((String) null));
  }

  private void claim(String name, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    add(name, h -> h, change.apply(new JWTClaimsSet.Builder(claims)).build(), key);
  }

  private void mac(String name, JWSAlgorithm algorithm, byte[] secret) throws JOSEException {
    sign(name, header(algorithm), claims, new MACSigner(secret));
  }

  private void add(
      String name, UnaryOperator<JWSHeader.Builder> header, JWTClaimsSet body, RSAKey signer)
      throws JOSEException {
    tokens.put(name, signed(header, body, signer));
  }

  private String signed(UnaryOperator<JWSHeader.Builder> header, JWTClaimsSet body, RSAKey signer)
      throws JOSEException {
    return serialized(header.apply(header(JWSAlgorithm.RS256)), body, new RSASSASigner(signer));
  }

  private void sign(String name, JWSHeader.Builder header, JWTClaimsSet body, JWSSigner signer)
      throws JOSEException {
    tokens.put(name, serialized(header, body, signer));
  }

  private static String serialized(JWSHeader.Builder header, JWTClaimsSet body, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), body);
    token.sign(signer);
    return token.serialize();
  }

  private JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
  }

  private static String part(String json) {
    return Base64URL.encode(json).toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
