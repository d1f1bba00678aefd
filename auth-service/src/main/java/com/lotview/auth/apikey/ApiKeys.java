package com.lotview.auth.apikey;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.token.AccessTokens;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.audit.Change;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes, lists, revokes API keys, and exchanges them for access tokens. */
@Component
public class ApiKeys {
  /** Permissions only for people: no key may make keys, invite people or connect accounts. */
  private static final Set<Permission> FOR_PEOPLE =
      EnumSet.of(
          Permission.USERS_MANAGE,
          Permission.DEALERSHIP_MANAGE,
          Permission.FB_ACCOUNTS_CONNECT,
          Permission.WEBHOOKS_MANAGE);

  private static final int MAX_KEYS = 50;

  private final ApiKeyStore store;
  private final AccessTokens tokens;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  ApiKeys(
      ApiKeyStore store,
      AccessTokens tokens,
      AuditTrail audit,
      TenantTransactions transactions,
      SecureRandom random,
      Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.audit = audit;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /** The dealership's keys, newest first. */
  public Flux<ApiKey> list(UUID dealershipId) {
    return transactions.inTenantMany(dealershipId, store.list());
  }

  /**
   * Makes a key.
   *
   * @param expiresAt null: it is valid until it is revoked
   */
  public Mono<Made> make(
      Caller caller, String name, List<String> scopes, @Nullable Instant expiresAt) {
    Instant now = clock.instant();
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      return Mono.error(RefusalException.invalid("expiresAt", "must be in the future"));
    }
    ApiKeySecret secret = ApiKeySecret.fresh(random);
    ApiKey key =
        new ApiKey(
            Ids.next(),
            name.strip(),
            secret.beginning(),
            known(scopes),
            caller.userId(),
            now,
            expiresAt,
            null);
    Mono<Void> work =
        requireRoom()
            .then(store.add(caller.dealershipId(), key, secret.hash()))
            .then(note(caller, "api-key.made", key.id(), Changes.between(null, key)));
    return transactions
        .inTenant(caller.dealershipId(), work)
        .thenReturn(new Made(key, secret.value()));
  }

  private Mono<Long> requireRoom() {
    return store
        .list()
        .count()
        .filter(keys -> keys < MAX_KEYS)
        .switchIfEmpty(
            Mono.error(
                RefusalException.invalid(
                    "name", "there are " + MAX_KEYS + " keys; revoke one first")));
  }

  /** Revokes a key: its requests are refused within a second. */
  public Mono<Void> revoke(Caller caller, UUID id) {
    return transactions.inTenant(
        caller.dealershipId(),
        store
            .revoke(id, clock.instant())
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(
                        ErrorCode.API_KEY_NOT_FOUND, ErrorCode.API_KEY_NOT_FOUND.title())))
            .flatMap(key -> note(caller, "api-key.revoked", id, Changes.between(key, null))));
  }

  /** An access token with the key's scopes; empty if the key is not valid. */
  public Mono<String> exchange(String text) {
    return Mono.justOrEmpty(ApiKeySecret.parse(text))
        .flatMap(secret -> transactions.inSystem(store.use(secret.hash(), clock.instant())))
        .map(used -> tokens.forApiKey(used.key().id(), used.dealershipId(), used.key().scopes()));
  }

  private static List<String> known(List<String> scopes) {
    Set<Permission> wanted = EnumSet.noneOf(Permission.class);
    for (String scope : scopes) {
      wanted.add(
          Permission.find(scope)
              .filter(permission -> !FOR_PEOPLE.contains(permission))
              .orElseThrow(() ->
                  RefusalException.invalid("scopes", "must be of " + String.join(", ", scopes()))));
    }
    return wanted.stream().map(Permission::value).toList();
  }

  /** The values of the permissions that a key may have. */
  public static List<String> scopes() {
    return EnumSet.complementOf(EnumSet.copyOf(FOR_PEOPLE)).stream()
        .map(Permission::value)
        .toList();
  }

  private Mono<Void> note(Caller caller, String action, UUID id, List<Change> changes) {
    return audit.record(AuditEntry.of(caller, action, "api-key/" + id, changes, clock.instant()));
  }

  /** A new key; the secret is shown this once. */
  public record Made(ApiKey key, String secret) {

    @Override
    public String toString() {
      return "Made[key=" + key.id() + "]";
    }
  }
}
