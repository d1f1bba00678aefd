package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.journey.Dealership.Account;
import com.lotview.journey.Dealership.Person;
import com.lotview.standalone.client.ApiClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a role lacks is not shown, and its call is refused; for every permission. */
abstract class RolesJourney {
  private static final String ALL_QUIET = "You may not see this";

  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void everyRoleSeesWhatItMay_andNoMore() throws SQLException {
    Map<String, String> objects = objects();
    List<String> flaws = new ArrayList<>();
    for (Role role : Role.values()) {
      Person person = dealership.person(role);
      flaws.addAll(seen(person, objects));
      flaws.addAll(refused(person, objects));
    }
    assertThat(flaws).isEmpty();
  }

  /** Each page once; of each permission that it uses, what must be there or must not. */
  private List<String> seen(Person person, Map<String, String> objects) {
    List<String> flaws = new ArrayList<>();
    Map<String, List<Permission>> pages =
        Arrays.stream(Permission.values())
            .filter(one -> Right.of(one).page() != null)
            .collect(
                Collectors.groupingBy(
                    one -> Objects.requireNonNull(Right.of(one).page()),
                    TreeMap::new,
                    Collectors.toList()));
    try (DashboardBrowser browser = dealership.browserOf(person)) {
      pages.forEach((page, permissions) -> {
        browser.go(filled(page, objects));
        browser.awaitQuiet();
        for (Permission permission : permissions) {
          boolean may = person.role().permits(permission);
          if (browser.shows(Right.of(permission).seen()) != may) {
            flaws.add(
                "%s on %s: %s is %s"
                    .formatted(person.role(), page, permission, may ? "not shown" : "shown"));
          }
        }
        if (permissions.stream().noneMatch(person.role()::permits)
            && !browser.text().contains(ALL_QUIET)
            && !page.contains("{")) {
          flaws.add("%s on %s: does not say who may see it".formatted(person.role(), page));
        }
      });
      flaws.addAll(browser.errors());
    }
    return flaws;
  }

  private List<String> refused(Person person, Map<String, String> objects) {
    ApiClient api = dealership.api(person);
    List<String> flaws = new ArrayList<>();
    for (Permission permission : Permission.values()) {
      Right right = Right.of(permission);
      if (!person.role().permits(permission) && !right.path().isEmpty()) {
        int status = api.send(right.method(), filled(right.path(), objects)).status();
        if (status != 403) {
          flaws.add("%s: %s is answered with %d".formatted(person.role(), right.path(), status));
        }
      }
    }
    return flaws;
  }

  private static String filled(String path, Map<String, String> objects) {
    String filled = path;
    for (Map.Entry<String, String> one : objects.entrySet()) {
      filled = filled.replace("{" + one.getKey() + "}", one.getValue());
    }
    return filled;
  }

  /** A vehicle, an account, and a posting in each state in which a person can do something. */
  private Map<String, String> objects() throws SQLException {
    Account account = dealership.account("Roles");
    Map<String, String> objects = new HashMap<>();
    objects.put("account", account.id());
    objects.put("car", dealership.car("Roles").id());
    Map.of(
            "planned", "READY",
            "live", "POSTED",
            "asked", "AWAITING_APPROVAL",
            "doubtful", "NEEDS_REVIEW")
        .forEach((name, status) -> objects.put(name, posting(account, status)));
    return objects;
  }

  /**
   * Only what the page offers in that state is looked at: how a posting comes there is tested
   * elsewhere.
   */
  private String posting(Account account, String status) {
    Map<String, Object> later =
        Map.of("scheduledFor", Instant.now().plus(Duration.ofDays(5)).toString());
    String posting = dealership.order(dealership.car("Roles"), account, later);
    dealership.await(posting, "READY");
    try (Connection superuser = dealership.system().superuser();
        PreparedStatement update =
            superuser.prepareStatement(
                "update posting.posting set status = ? where id = cast(? as uuid)")) {
      update.setString(1, status);
      update.setString(2, posting);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return posting;
  }
}
