package com.lotview.kit.security;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.kit.error.RefusalException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * Who sends a request: a person, or another system with an API key. A controller takes it as a
 * parameter.
 *
 * @param userId the person, or the API key
 * @param dealershipId the only dealership whose data the request may see
 * @param role of the person; null for an API key
 * @param permissions what the role, or the scopes of the API key, permit
 * @param origin where the request came from
 */
public record Caller(
    UUID userId,
    UUID dealershipId,
    @Nullable Role role,
    Set<Permission> permissions,
    RequestOrigin origin) {

  /** Claim that names the dealership. */
  public static final String DEALERSHIP = "dealershipId";

  /** Claim that names the role of a person. */
  public static final String ROLE = "role";

  /** Claim that holds the scopes of an API key, separated by blanks (RFC 8693, section 4.2). */
  public static final String SCOPE = "scope";

  public Caller {
    permissions = Set.copyOf(permissions);
  }

  /** A person whose request's origin does not matter. */
  public Caller(UUID userId, UUID dealershipId, Role role) {
    this(userId, dealershipId, role, role.permissions(), RequestOrigin.NONE);
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }

  /** Refuses with {@code FORBIDDEN} without the permission. */
  public void require(Permission permission) {
    if (!permits(permission)) {
      throw new RefusalException(ErrorCode.FORBIDDEN, lack(permission));
    }
  }

  /** Refuses an API key with {@code FORBIDDEN}: only a person may use what was requested. */
  public void requirePerson() {
    if (role == null) {
      throw new RefusalException(
          ErrorCode.FORBIDDEN, "This belongs to a person, and an API key is none");
    }
  }

  private String lack(Permission permission) {
    return role == null
        ? "This API key lacks the scope " + permission.value()
        : "Your role " + role + " lacks " + permission.value();
  }

  /** Fails with {@code AUTH_TOKEN_INVALID} if a claim is missing or is not what it should be. */
  public static Caller of(Jwt token, RequestOrigin origin) {
    UUID id = claim(token, JwtClaimNames.SUB, UUID::fromString);
    UUID dealership = claim(token, DEALERSHIP, UUID::fromString);
    if (token.hasClaim(SCOPE)) {
      return new Caller(id, dealership, null, claim(token, SCOPE, Caller::permissions), origin);
    }
    Role role = claim(token, ROLE, Role::valueOf);
    return new Caller(id, dealership, role, role.permissions(), origin);
  }

  // A scope that this version does not know permits nothing.
  private static Set<Permission> permissions(String scopes) {
    Set<Permission> known = EnumSet.noneOf(Permission.class);
    for (String scope : scopes.split(" ", -1)) {
      Permission.find(scope).ifPresent(known::add);
    }
    return known;
  }

  private static <T> T claim(Jwt token, String name, Function<String, T> read) {
    String value = token.getClaimAsString(name);
    if (value == null) {
      throw new RefusalException(
          ErrorCode.AUTH_TOKEN_INVALID, "The access token lacks the claim " + name);
    }
    try {
      return read.apply(value);
    } catch (IllegalArgumentException e) {
      throw new RefusalException(
          ErrorCode.AUTH_TOKEN_INVALID, "The access token's claim " + name + " is not known");
    }
  }
}
