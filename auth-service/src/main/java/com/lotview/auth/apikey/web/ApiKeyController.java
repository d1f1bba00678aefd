package com.lotview.auth.apikey.web;

import com.lotview.auth.apikey.ApiKey;
import com.lotview.auth.apikey.ApiKeys;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** API keys, for the general manager and for the gateway. */
@RestController
class ApiKeyController {
  private final ApiKeys keys;

  ApiKeyController(ApiKeys keys) {
    this.keys = keys;
  }

  /** Body of a new key. */
  record MakeRequest(
      @NotBlank(message = "is required")
          @Size(max = 100, message = "must have at most 100 characters")
          @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
          String name,
      @NotEmpty(message = "is required") @Size(max = 50, message = "must have at most 50 items")
          List<@NotNull(message = "is required") String> scopes,
      @Nullable Instant expiresAt) {}

  /**
   * A new key.
   *
   * @param key shown only this once; it cannot be read back
   */
  record MadeAnswer(String key, ApiKey apiKey) {

    @Override
    public String toString() {
      return "MadeAnswer[***]";
    }
  }

  /** All keys. */
  record KeyList(List<ApiKey> data) {}

  /** Body of an exchange. */
  record ExchangeRequest(@NotBlank @Size(max = 100) String key) {

    @Override
    public String toString() {
      return "ExchangeRequest[***]";
    }
  }

  /** The access token of a key. */
  record ExchangeAnswer(String accessToken) {

    @Override
    public String toString() {
      return "ExchangeAnswer[***]";
    }
  }

  @GetMapping("/v1/dealership/api-keys")
  Mono<KeyList> list(Caller caller) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return keys.list(caller.dealershipId()).collectList().map(KeyList::new);
  }

  @PostMapping("/v1/dealership/api-keys")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<MadeAnswer> make(Caller caller, @Valid @RequestBody MakeRequest request) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return keys.make(caller, request.name(), request.scopes(), request.expiresAt())
        .map(made -> new MadeAnswer(made.secret(), made.key()));
  }

  @DeleteMapping("/v1/dealership/api-keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> revoke(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return keys.revoke(caller, id);
  }

  /** For the gateway: exchanges the key of a request for an access token. */
  @PostMapping("/internal/api-key-tokens")
  Mono<ExchangeAnswer> exchange(@Valid @RequestBody ExchangeRequest request) {
    return keys.exchange(request.key())
        .map(ExchangeAnswer::new)
        .switchIfEmpty(
            Mono.error(
                () -> new RefusalException(ErrorCode.NOT_FOUND, "This API key is not valid")));
  }
}
