package com.lotview.kit.security;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.kit.web.ApiException;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/**
 * The person behind a request, as the access token says. A controller takes it as a parameter.
 *
 * @param dealershipId the only dealership whose data the request may see
 */
public record Caller(UUID userId, UUID dealershipId, Role role) {

  /** Claim that names the dealership. */
  public static final String DEALERSHIP = "dealershipId";

  /** Claim that names the role. */
  public static final String ROLE = "role";

  /** Goes on only if the role permits it; else the request ends with {@code FORBIDDEN}. */
  public void require(Permission permission) {
    if (!role.permits(permission)) {
      throw new ApiException(
          ErrorCode.FORBIDDEN, "Your role " + role + " lacks " + permission.value());
    }
  }

  static Caller of(Jwt token) {
    return new Caller(
        UUID.fromString(claim(token, JwtClaimNames.SUB)),
        UUID.fromString(claim(token, DEALERSHIP)),
        Role.valueOf(claim(token, ROLE)));
  }

  private static String claim(Jwt token, String name) {
    String value = token.getClaimAsString(name);
    if (value == null) {
      throw new ApiException(
          ErrorCode.AUTH_TOKEN_INVALID, "The access token lacks the claim " + name);
    }
    return value;
  }
}
