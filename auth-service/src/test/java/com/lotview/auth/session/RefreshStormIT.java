package com.lotview.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.session.RefreshOutcome.Renewed;
import com.lotview.contracts.Role;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Five tabs that refresh at once, again and again, with answers that get lost. */
class RefreshStormIT extends ServiceUnderTest {
  private static final int TABS = 5;
  private static final int PEOPLE_AT_ONCE = 20;
  private static final RequestOrigin ORIGIN = new RequestOrigin("127.0.0.1", "storm");

  @Autowired private Sessions sessions;
  @Autowired private AccountStore accounts;
  @Autowired private TenantTransactions transactions;

  @Test
  void twoHundredTimesFiveTabs_nobodyIsLoggedOut() {
    assertThat(falseLogouts(200)).isZero();
  }

  @Test
  @Tag("proof")
  void aThousandTimesFiveTabs_nobodyIsLoggedOut() {
    assertThat(falseLogouts(1000)).isZero();
  }

  /** The thief uses a stolen token after its owner has refreshed twice. */
  @Test
  void aGrandparentEndsTheFamily_andItsAccessTokensWithinASecond() {
    JsonNode first =
        post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", PASSWORD), 200);
    JsonNode second = refresh(first, 200);
    JsonNode third = refresh(second, 200);
    String access = third.get("accessToken").asString();
    get(access, "/v1/auth/me", 200);

    refresh(first, 401);

    refresh(third, 401);
    refresh(second, 401);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> get(access, "/v1/auth/me", 401));
    assertThat(get(gm, "/v1/audit", 200).at("/data").toString()).contains("session.reuse-detected");
  }

  /**
   * One round of each family: its tabs show the same token at the same time. A tab whose answer is
   * lost shows the same token once more, as a browser does after a broken connection. The next
   * round begins with the token of any tab, so that the others' answers were lost for good.
   */
  private long falseLogouts(int rounds) {
    join("storm", Role.SALESPERSON);
    UUID person =
        transactions
            .inSystem(accounts.findByEmail(email("storm")))
            .flatMap(found -> sessions.open(found, ORIGIN).thenReturn(found.id()))
            .block(Duration.ofSeconds(10));
    Random random = new Random(7);
    int families = Math.min(PEOPLE_AT_ONCE, rounds);
    return Flux.range(0, families)
        .flatMap(
            family -> rounds(family(person), rounds / families, new Random(random.nextLong())),
            families)
        .reduce(0L, Long::sum)
        .block(Duration.ofMinutes(2));
  }

  private Mono<String> family(UUID person) {
    return transactions
        .inTenant(dealership, accounts.find(person))
        .flatMap(found -> sessions.open(found, ORIGIN))
        .map(Session::refreshToken);
  }

  private Mono<Long> rounds(Mono<String> begin, int left, Random random) {
    return begin.flatMap(token -> round(token, left, random));
  }

  private Mono<Long> round(String token, int left, Random random) {
    if (left == 0) {
      return Mono.just(0L);
    }
    return Flux.range(0, TABS)
        .flatMap(tab -> tab(token, random.nextInt(3) == 0), TABS)
        .collectList()
        .flatMap(answers -> next(answers, left, random));
  }

  private Mono<RefreshOutcome> tab(String token, boolean lost) {
    Mono<RefreshOutcome> refresh = Mono.defer(() -> sessions.refresh(token, ORIGIN));
    return lost ? refresh.then(refresh) : refresh;
  }

  private Mono<Long> next(List<RefreshOutcome> answers, int left, Random random) {
    long refused = answers.stream().filter(answer -> !(answer instanceof Renewed)).count();
    return answers.get(random.nextInt(answers.size())) instanceof Renewed(Session session)
        ? round(session.refreshToken(), left - 1, random).map(later -> later + refused)
        : Mono.just(refused);
  }

  private JsonNode refresh(JsonNode session, int status) {
    return post(
        null,
        "/v1/auth/refresh",
        Map.of("refreshToken", session.get("refreshToken").asString()),
        status);
  }
}
