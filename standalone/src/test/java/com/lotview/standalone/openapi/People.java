package com.lotview.standalone.openapi;

import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.standalone.RunningSystem;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** All callers: people of two dealerships, API keys, and callers without any right. */
final class People {
  /**
   * A caller.
   *
   * @param dealership A or B; empty for a caller without rights
   * @param permissions values of the caller's permissions
   * @param token null: sends none
   * @param email of a person who signs in again for operations that end sessions; null: cannot
   * @param refusal the code for a caller without rights
   */
  record Person(
      String name,
      String dealership,
      Set<String> permissions,
      String token,
      String email,
      String refusal) {
    boolean nobody() {
      return dealership.isEmpty();
    }

    boolean key() {
      return !nobody() && email == null;
    }
  }

  static final String A = "A";
  static final String B = "B";

  private final RunningSystem system;
  private final Http http;
  private final List<Person> all = new ArrayList<>();
  private final Map<String, String> helpers = new HashMap<>();
  private UUID other;

  private People(RunningSystem system, Http http) {
    this.system = system;
    this.http = http;
  }

  static People of(RunningSystem system, Http http) throws Exception {
    People people = new People(system, http);
    people.nobodies();
    people.other = system.addDealership("other-" + UUID.randomUUID());
    for (Role role : Role.values()) {
      people.sign(null, A, role);
    }
    people.sign(people.other, B, Role.GM);
    people.keys();
    people.home();
    return people;
  }

  /** Restores a location of dealership A in which it can post, after changes by tests. */
  void home() throws Exception {
    ObjectNode home = MadeObjects.node().put("city", "Denver").put("state", "CO");
    home.put("country", "US").put("currency", "USD").put("distanceUnit", "MI");
    http.made("PATCH", "/v1/dealership", manager(A).token(), home);
  }

  List<Person> all() {
    return all;
  }

  /** The general manager of a dealership. */
  Person manager(String dealership) {
    return all.stream()
        .filter(one -> one.name().equals("GM of " + dealership))
        .findFirst()
        .orElseThrow();
  }

  private void nobodies() throws Exception {
    all.add(new Person("none", "", Set.of(), null, null, "AUTH_TOKEN_INVALID"));
    all.add(new Person("garbage", "", Set.of(), "garbage", null, "AUTH_TOKEN_INVALID"));
    all.add(new Person("expired", "", Set.of(), expired(), null, "AUTH_TOKEN_EXPIRED"));
    all.add(new Person("unknown key", "", Set.of(), "lvk_nosuchkey", null, "AUTH_TOKEN_INVALID"));
  }

  private void sign(UUID dealership, String letter, Role role) throws Exception {
    String mail = role + letter + UUID.randomUUID() + "@api.example";
    String email = mail.toLowerCase(java.util.Locale.ROOT);
    system.addPerson(dealership, email, role.name());
    system.addPerson(dealership, "second-" + email, role.name());
    Set<String> permissions =
        role.permissions().stream().map(Permission::value).collect(Collectors.toSet());
    String token = signIn(email);
    all.add(new Person(role + " of " + letter, letter, permissions, token, email, ""));
  }

  private void keys() throws Exception {
    key("key with all scopes", com.lotview.auth.apikey.ApiKeys.scopes());
    key("key for vehicles", List.of("vehicles.read"));
    key("key for postings", List.of("postings.read"));
  }

  private void key(String name, Collection<String> scopes) throws Exception {
    ObjectNode body = ApiDocument.JSON.createObjectNode().put("name", name);
    scopes.forEach(body.putArray("scopes")::add);
    String key =
        http.made("POST", "/v1/dealership/api-keys", manager(A).token(), body)
            .get("key")
            .asString();
    all.add(new Person(name, A, new TreeSet<>(scopes), key, null, ""));
  }

  /** An access token of a new session. */
  String signIn(String email) throws Exception {
    ObjectNode body = ApiDocument.JSON.createObjectNode().put("email", email);
    body.put("password", system.password());
    return http.made("POST", "/v1/auth/login", null, body).get("accessToken").asString();
  }

  /** The token of a second person with the same rights, whose sessions may end. */
  String throwaway(Person person) throws Exception {
    return signIn("second-" + person.email());
  }

  /** The token of one more person with the same rights. */
  String newcomer(Person person) throws Exception {
    String email = "newcomer-" + UUID.randomUUID() + "@api.example";
    Role role = Role.valueOf(person.name().split(" ")[0]);
    system.addPerson(person.dealership().equals(A) ? null : other, email, role.name());
    return signIn(email);
  }

  /** The token of a manager who only creates objects for others to decide. */
  String helper(String dealership) throws Exception {
    if (!helpers.containsKey(dealership)) {
      helpers.put(dealership, newcomer(manager(dealership)));
    }
    return helpers.get(dealership);
  }

  /** The id of a new notice of the person. */
  String notice(Person person) throws Exception {
    return system.addNotice(person.email()).toString();
  }

  private String expired() throws Exception {
    String kid =
        http.made("GET", "/.well-known/jwks.json", null, null).at("/keys/0/kid").asString();
    byte[] der = Base64.getDecoder().decode(system.signingKey());
    Instant ended = Instant.now().minus(Duration.ofHours(1));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).type(JOSEObjectType.JWT).build(),
            new JWTClaimsSet.Builder()
                .issuer("lotview")
                .audience("lotview-api")
                .subject(UUID.randomUUID().toString())
                .claim("dealershipId", UUID.randomUUID().toString())
                .claim("role", "GM")
                .issueTime(Date.from(ended.minus(Duration.ofMinutes(15))))
                .expirationTime(Date.from(ended))
                .build());
    token.sign(
        new RSASSASigner(
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))));
    return token.serialize();
  }
}
