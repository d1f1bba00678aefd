package com.lotview.testkit;

import com.lotview.contracts.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the auth service for a service under test: serves keys and service tokens over HTTP, and
 * lets a test sign valid and invalid tokens of people.
 */
public final class TestIssuer {
  private static final Pattern AUDIENCE = Pattern.compile("\"audience\"\\s*:\\s*\"([^\"]+)\"");

  // The published names; a service that reads other names fails its tests.
  private static final String ISSUER = "lotview";
  private static final String API_AUDIENCE = "lotview-api";

  private static final class Holder {
    static final TestIssuer RUNNING = start();
  }

  private final RSAKey key;
  private final HttpServer server;

  private TestIssuer(RSAKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** The issuer of this test run. */
  public static TestIssuer running() {
    return Holder.RUNNING;
  }

  /** Base address, for {@code AUTH_URL}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The key that signs, for tokens of a test's own. */
  public RSAKey key() {
    return key;
  }

  /** An access token that is valid for a quarter of an hour. */
  public String accessToken(UUID userId, UUID dealershipId, Role role) {
    return accessToken(userId, dealershipId, role, Duration.ofMinutes(15));
  }

  /** An access token; a negative life gives one that has expired. */
  public String accessToken(UUID userId, UUID dealershipId, Role role, Duration life) {
    return sign(
        claims(life)
            .subject(userId.toString())
            .audience(API_AUDIENCE)
            .claim("dealershipId", dealershipId.toString())
            .claim("role", role.name()));
  }

  /** A token with which a service calls another one. */
  public String serviceToken(String callee) {
    return sign(claims(Duration.ofMinutes(5)).subject("service:test").audience(callee));
  }

  private static JWTClaimsSet.Builder claims(Duration life) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .issueTime(Date.from(now.minusSeconds(3600)))
        .expirationTime(Date.from(now.plus(life)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestIssuer start() {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestIssuer issuer = new TestIssuer(key, server);
      server.createContext(
          "/.well-known/jwks.json",
          exchange -> answer(exchange, new JWKSet(key).toPublicJWKSet().toString()));
      server.createContext("/internal/service-tokens", issuer::serviceTokens);
      server.start();
      return issuer;
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serviceTokens(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher audience = AUDIENCE.matcher(body);
    String callee = audience.find() ? audience.group(1) : "";
    answer(exchange, "{\"accessToken\":\"" + serviceToken(callee) + "\",\"expiresIn\":300}");
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
