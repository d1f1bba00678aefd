package com.lotview.kit.idempotency;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * One effect and one answer per {@code Idempotency-Key}: the key is noted in the transaction of the
 * work. A second request waits for the first and gets its answer; with another body it is refused.
 */
public final class IdempotentRequests {
  private static final int MAX_KEY = 200;

  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  public IdempotentRequests(
      DatabaseClient database, TenantTransactions transactions, JsonMapper json) {
    this.database = database;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Runs the work in a transaction of the caller's dealership.
   *
   * @param route what the key is unique for, for example {@code POST /v1/vehicles}
   * @param key the header's value; without one the work just runs
   * @param request the parsed body; its JSON tells whether a repeat is the same request
   * @param type of the answer
   */
  public <T> Mono<T> once(
      Caller caller,
      String route,
      @Nullable String key,
      Object request,
      Class<T> type,
      Mono<T> work) {
    if (key == null) {
      return transactions.inTenant(caller.dealershipId(), work);
    }
    if (!isValid(key)) {
      return Mono.error(invalidKey());
    }
    String hash = Sha256.hex(json.writeValueAsBytes(request));
    String own = own(caller, key);
    Mono<T> noted =
        forgetOld()
            .then(note(caller, route, own, hash))
            .flatMap(fresh ->
                fresh
                    ? work.flatMap(answer -> keep(route, own, answer).thenReturn(answer))
                    : earlier(route, own, hash, type));
    return transactions.inTenant(caller.dealershipId(), noted);
  }

  /**
   * The answer to an earlier request with that key, for a caller whose work begins before its
   * transaction. It does not wait for a request under way; {@link #once} does.
   *
   * @return empty if there was none, or without a key
   */
  public <T> Mono<T> findEarlier(
      Caller caller, String route, @Nullable String key, Object request, Class<T> type) {
    if (key == null) {
      return Mono.empty();
    }
    if (!isValid(key)) {
      return Mono.error(invalidKey());
    }
    String hash = Sha256.hex(json.writeValueAsBytes(request));
    return transactions.inTenant(
        caller.dealershipId(), earlier(route, own(caller, key), hash, type));
  }

  // Two people who choose the same key do not get each other's answers.
  private static String own(Caller caller, String key) {
    return caller.userId() + " " + key;
  }

  private static boolean isValid(String key) {
    return !key.isBlank() && key.length() <= MAX_KEY;
  }

  private static RefusalException invalidKey() {
    return RefusalException.invalid("Idempotency-Key", "must have 1 to " + MAX_KEY + " characters");
  }

  private Mono<Void> forgetOld() {
    return database
        .sql("delete from idempotency where created_at < clock_timestamp() - interval '2 days'")
        .then();
  }

  private Mono<Boolean> note(Caller caller, String route, String key, String hash) {
    return database
        .sql(
            "insert into idempotency (dealership_id, route, key, request_hash)"
                + " values (:dealership, :route, :key, :hash) on conflict do nothing")
        .bind("dealership", caller.dealershipId())
        .bind("route", route)
        .bind("key", key)
        .bind("hash", hash)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private <T> Mono<Void> keep(String route, String key, T answer) {
    return database
        .sql("update idempotency set response = :response where route = :route and key = :key")
        .bind("response", json.writeValueAsString(answer))
        .bind("route", route)
        .bind("key", key)
        .then();
  }

  private <T> Mono<T> earlier(String route, String key, String hash, Class<T> type) {
    return database
        .sql("select request_hash, response from idempotency where route = :route and key = :key")
        .bind("route", route)
        .bind("key", key)
        .map(row -> {
          if (!hash.equals(row.get("request_hash", String.class))) {
            throw new RefusalException(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_REUSED.title());
          }
          return json.readValue(String.valueOf(row.get("response", String.class)), type);
        })
        .one();
  }
}
