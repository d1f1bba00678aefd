package com.lotview.posting.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Who may post through an account. */
@Tag("servers")
class AccountSharingIT extends ServiceUnderTest {
  private final UUID other = Ids.next();

  @Test
  void aSalespersonSeesAndUsesOnlyTheirAccounts() {
    UUID open = account();
    UUID mine = account();
    UUID theirs = account();
    share(mine, Map.of("userIds", List.of(user))).expectStatus().isOk();
    share(theirs, Map.of("userIds", List.of(other))).expectStatus().isOk();

    assertThat(accounts(Role.SALESPERSON)).containsExactly(open, mine);
    assertThat(accounts(Role.SALES_MANAGER)).containsExactly(open, mine, theirs);
    UUID posting = posting(mine);
    notFound(order(Map.of("vehicleId", vehicle(), "fbAccountId", theirs)));
    notFound(
        as(Role.SALESPERSON)
            .patch()
            .uri("/v1/postings/" + posting)
            .bodyValue(Map.of("fbAccountId", theirs))
            .exchange());
    as(Role.SALES_MANAGER)
        .post()
        .uri("/v1/postings")
        .bodyValue(Map.of("vehicleId", vehicle(), "fbAccountId", theirs))
        .exchange()
        .expectStatus()
        .isAccepted();

    share(theirs, Map.of("everybody", true)).expectStatus().isOk();
    posting(theirs);
  }

  @Test
  void theOnlyAccountThatAPersonMayUseNeedsNoName() {
    UUID mine = account();
    share(account(), Map.of("userIds", List.of())).expectStatus().isOk();
    JsonNode posting = body(order(Map.of("vehicleId", vehicle())).expectStatus().isAccepted());
    UUID id = UUID.fromString(posting.get("id").asString());
    assertThat(story(id).get("fbAccountId").asString()).isEqualTo(mine.toString());
  }

  @Test
  void managersDecide_andTheSecondLearnsOfTheFirst() {
    UUID account = account();
    String read = tag(account);
    share(account, Map.of("userIds", List.of(user)), read)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.everybody")
        .isEqualTo(false)
        .jsonPath("$.userIds[0]")
        .isEqualTo(user.toString());
    share(account, Map.of("everybody", true), read).expectStatus().isEqualTo(412);
    String later = tag(account);
    assertThat(later).isNotEqualTo(read);
    as(Role.GM)
        .patch()
        .uri("/v1/fb-accounts/" + account)
        .header("If-Match", later)
        .bodyValue(Map.of("label", " Front desk "))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.label")
        .isEqualTo("Front desk");
    share(account, Map.of("everybody", true), later).expectStatus().isEqualTo(412);

    as(Role.SALESPERSON)
        .put()
        .uri("/v1/fb-accounts/" + account + "/users")
        .bodyValue(Map.of("everybody", true))
        .exchange()
        .expectStatus()
        .isForbidden();
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("everybody", false),
            Map.of("everybody", true, "userIds", List.of(user)))) {
      share(account, wrong)
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo("userIds");
    }
    notFound(share(Ids.next(), Map.of("everybody", true)));
    asUser(Role.GM, Ids.next())
        .put()
        .uri("/v1/fb-accounts/" + account + "/users")
        .bodyValue(Map.of("everybody", true))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private String tag(UUID account) {
    return as(Role.SALES_MANAGER)
        .get()
        .uri("/v1/fb-accounts/" + account + "/users")
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(String.class)
        .getResponseHeaders()
        .getETag();
  }

  private ResponseSpec share(UUID account, Map<String, Object> users) {
    return share(account, users, null);
  }

  private ResponseSpec share(UUID account, Map<String, Object> users, @Nullable String ifMatch) {
    return client(TestIssuer.running().accessToken(user, dealership, Role.SALES_MANAGER))
        .put()
        .uri("/v1/fb-accounts/" + account + "/users")
        .headers(headers -> {
          if (ifMatch != null) {
            headers.setIfMatch(ifMatch);
          }
        })
        .bodyValue(users)
        .exchange();
  }

  private static void notFound(ResponseSpec answer) {
    answer
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("FB_ACCOUNT_NOT_FOUND");
  }

  private List<UUID> accounts(Role role) {
    List<UUID> ids = new java.util.ArrayList<>();
    body(as(role).get().uri("/v1/fb-accounts").exchange().expectStatus().isOk())
        .get("data")
        .forEach(one -> ids.add(UUID.fromString(one.get("id").asString())));
    return ids;
  }
}
