package com.lotview.auth.caller.web;

import com.lotview.auth.caller.ServiceClients;
import com.lotview.auth.token.AccessTokens;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Issues tokens to services, by HTTP Basic with the service's name and secret. */
@RestController
class ServiceTokenController {
  private static final String BASIC = "Basic ";

  private final ServiceClients clients;
  private final AccessTokens tokens;

  ServiceTokenController(ServiceClients clients, AccessTokens tokens) {
    this.clients = clients;
    this.tokens = tokens;
  }

  @PostMapping("/internal/service-tokens")
  TokenResponse token(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
      @Valid @RequestBody TokenRequest request) {
    String service = proven(header);
    if (!clients.mayCall(service, request.audience())) {
      throw new RefusalException(
          ErrorCode.FORBIDDEN, service + " may not call " + request.audience());
    }
    return new TokenResponse(
        tokens.forService(service, request.audience()), AccessTokens.SERVICE_LIFE.toSeconds());
  }

  private String proven(@Nullable String header) {
    if (header != null && header.startsWith(BASIC)) {
      String[] pair = decoded(header.substring(BASIC.length()).strip()).split(":", 2);
      if (pair.length == 2 && clients.proves(pair[0], pair[1])) {
        return pair[0];
      }
    }
    throw new RefusalException(
        ErrorCode.AUTH_INVALID_CREDENTIALS, "Wrong service name or secret (HTTP Basic)");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The service to call. */
  record TokenRequest(@NotBlank String audience) {}

  /** The token and its life in seconds. */
  record TokenResponse(String accessToken, long expiresIn) {

    @Override
    public String toString() {
      return "TokenResponse[***]";
    }
  }
}
