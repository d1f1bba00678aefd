package com.lotview.auth.user;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Erases a person who has left: everything that says who they were. Their id stays, and postings
 * and audit entries with it, under the name {@link #FIRST_NAME} {@link #LAST_NAME}. The database
 * publishes the erasure in {@code user.changed}, so that other services delete what they have.
 */
@Component
public class Erasure {
  /** With {@link #LAST_NAME}, the name of every erased person. */
  public static final String FIRST_NAME = "Erased";

  public static final String LAST_NAME = "person";

  private final UserStore users;
  private final ErasureStore store;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  Erasure(
      UserStore users,
      ErasureStore store,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.users = users;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Erases the person. Repeated, it only removes what came late. Fails with {@code
   * USER_NOT_DEACTIVATED} or {@code USER_LAST_GM}.
   */
  public Mono<User> erase(Caller caller, UUID id) {
    UUID dealership = caller.dealershipId();
    // The address is forgotten first: afterwards it is not known any more. If the second step
    // fails, a repeat does both.
    return transactions
        .inTenant(dealership, erasable(dealership, id))
        .flatMap(user -> forgetAddress(user).thenReturn(user))
        .then(
            transactions.inTenant(
                dealership,
                erasable(dealership, id)
                    .flatMap(user -> erase(caller, user))
                    .then(Mono.defer(() -> users.find(id)))));
  }

  private Mono<Void> forgetAddress(User user) {
    return user.erasedAt() == null
        ? transactions.inSystem(store.forgetAddress(user.email()))
        : Mono.empty();
  }

  private Mono<Void> erase(Caller caller, User user) {
    Mono<Void> fromAudit = audit.erase(user.id());
    return user.erasedAt() != null
        ? fromAudit
        : fromAudit
            .then(store.erase(user.id(), user.email(), clock.instant()))
            .then(
                audit.record(
                    AuditEntry.of(caller, "user.erased", "user/" + user.id(), clock.instant())));
  }

  private Mono<User> erasable(UUID dealership, UUID id) {
    return users
        .lock(dealership)
        .then(users.find(id))
        .switchIfEmpty(Mono.error(() -> refused(ErrorCode.USER_NOT_FOUND)))
        .flatMap(user ->
            users
                .countActive(Role.GM)
                .flatMap(leaders ->
                    refusal(user, leaders)
                        .<Mono<User>>map(code -> Mono.error(refused(code)))
                        .orElse(Mono.just(user))));
  }

  /**
   * Why the person cannot be erased now.
   *
   * @param leaders how many active general managers there are
   */
  static Optional<ErrorCode> refusal(User user, long leaders) {
    if (user.state() == UserState.DEACTIVATED) {
      return Optional.empty();
    }
    return Optional.of(
        user.leads() && leaders <= 1 ? ErrorCode.USER_LAST_GM : ErrorCode.USER_NOT_DEACTIVATED);
  }

  private static RefusalException refused(ErrorCode code) {
    return new RefusalException(code, code.title());
  }
}
