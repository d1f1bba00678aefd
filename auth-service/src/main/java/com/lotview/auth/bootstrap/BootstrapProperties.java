package com.lotview.auth.bootstrap;

import com.lotview.auth.account.MarketCodes;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.account.NewUser;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first dealership, from {@code BOOTSTRAP_…}; see the settings file.
 *
 * @param dealership its name; empty to create none
 * @param currency empty: the country's
 * @param distanceUnit empty: as usual in the country
 */
@ConfigurationProperties("lotview.bootstrap")
record BootstrapProperties(
    @DefaultValue("") String dealership,
    @DefaultValue("") String city,
    @DefaultValue("") String state,
    @DefaultValue("") String zip,
    @DefaultValue("") String phone,
    @DefaultValue("America/Los_Angeles") String timezone,
    @DefaultValue("US") String country,
    @DefaultValue("") String currency,
    @Nullable DistanceUnit distanceUnit,
    @DefaultValue Person gm,
    @DefaultValue Person manager,
    @DefaultValue Person sales) {

  boolean wanted() {
    return !dealership.isBlank();
  }

  NewDealership newDealership() {
    return new NewDealership(
        dealership.strip(),
        given(city),
        given(state),
        given(zip),
        given(phone),
        timezone,
        MarketCodes.market(given(country), given(currency), distanceUnit));
  }

  /**
   * The people to create.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  List<NewUser> people() {
    if (gm.email().isBlank()) {
      throw new IllegalArgumentException("BOOTSTRAP_DEALERSHIP needs BOOTSTRAP_GM_EMAIL too");
    }
    return Stream.of(
            gm.as(Role.GM, "GM"),
            manager.as(Role.SALES_MANAGER, "MANAGER"),
            sales.as(Role.SALESPERSON, "SALES"))
        .flatMap(List::stream)
        .toList();
  }

  private static @Nullable String given(String value) {
    return value.isBlank() ? null : value.strip();
  }

  @Override
  public String toString() {
    return "BootstrapProperties[dealership=" + dealership + "]";
  }

  /** A person, if there is an e-mail; the name is first and last name with a blank. */
  record Person(
      @DefaultValue("") String email,
      @DefaultValue("") String password,
      @DefaultValue("") String name) {

    List<NewUser> as(Role role, String variable) {
      if (email.isBlank()) {
        return List.of();
      }
      if (password.isBlank()) {
        throw new IllegalArgumentException(
            "BOOTSTRAP_%1$s_EMAIL needs BOOTSTRAP_%1$s_PASSWORD too".formatted(variable));
      }
      String[] names = name.strip().split("\\s+", 2);
      String address = email.strip().toLowerCase(Locale.ROOT);
      String last = names.length > 1 ? names[1] : "";
      return List.of(new NewUser(address, password, names[0], last, role));
    }

    @Override
    public String toString() {
      return "Person[***]";
    }
  }
}
