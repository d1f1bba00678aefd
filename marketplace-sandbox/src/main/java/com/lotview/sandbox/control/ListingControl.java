package com.lotview.sandbox.control;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Interaction;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.variant.Faces;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filling "Your listings" without the form, and putting words on its cards. */
final class ListingControl {
  private static final Set<String> NOTICES = Set.of("reviewed", "duplicate", "renew", "rejected");

  private final Accounts accounts;
  private final Ledger ledger;
  private final Faces faces;
  private final Dice dice;
  private final Clock clock;

  /**
   * The body of POST /__listings.
   *
   * @param times how many copies; 1 if null
   * @param daysAgo how old they are; 0 if null
   */
  record Order(
      @Nullable String account,
      @Nullable Integer year,
      @Nullable String make,
      @Nullable String model,
      @Nullable Long mileage,
      @Nullable Long price,
      @Nullable String description,
      @Nullable String notice,
      @Nullable Integer times,
      @Nullable Integer daysAgo) {}

  /** The body of POST /__listings/{id}/notice. */
  record Notice(@Nullable String notice) {}

  /** The body of POST /__listings/{id}/price. */
  record Price(@Nullable Long price) {}

  ListingControl(Accounts accounts, Ledger ledger, Faces faces, Dice dice, Clock clock) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.faces = faces;
    this.dice = dice;
    this.clock = clock;
  }

  Response add(Request request) throws IOException {
    Order order = Json.read(request.text(), Order.class);
    if (order.account() == null
        || order.year() == null
        || order.make() == null
        || order.model() == null) {
      throw new BadRequest("account, year, make and model are needed");
    }
    Account account =
        accounts.find(order.account()).orElseThrow(() -> new BadRequest("no such account"));
    check(order.notice());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < Objects.requireNonNullElse(order.times(), 1); i++) {
      String id = dice.digits(16);
      ledger.list(listing(id, account, order));
      ids.add(id);
    }
    return Response.json(200, Map.of("ids", ids));
  }

  Response notice(Request request) throws IOException {
    Notice notice = Json.read(request.text(), Notice.class);
    check(notice.notice());
    return done(ledger.notice(request.pathParameter(0), notice.notice()));
  }

  Response price(Request request) throws IOException {
    Price price = Json.read(request.text(), Price.class);
    if (price.price() == null) {
      throw new BadRequest("price is needed");
    }
    return done(ledger.price(request.pathParameter(0), price.price()));
  }

  Response sold(Request request) {
    return done(ledger.mark(request.pathParameter(0), true));
  }

  Response delete(Request request) {
    return done(ledger.delete(request.pathParameter(0)));
  }

  private static Response done(boolean up) {
    return up ? Response.empty() : Response.json(404, Map.of("error", "no such listing"));
  }

  private static void check(@Nullable String notice) {
    if (notice != null && !NOTICES.contains(notice)) {
      throw new BadRequest("notice is one of " + NOTICES);
    }
  }

  private Listing listing(String id, Account account, Order order) {
    String make = Objects.requireNonNull(order.make());
    String model = Objects.requireNonNull(order.model());
    Instant born =
        clock.instant().minus(Duration.ofDays(Objects.requireNonNullElse(order.daysAgo(), 0)));
    return new Listing(
        id,
        account.id(),
        faces.variantOf(account),
        order.year() + " " + make + " " + model,
        faces.of(account).types().getFirst(),
        order.year(),
        make,
        model,
        order.mileage(),
        order.price(),
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        Objects.requireNonNullElse(order.description(), ""),
        account.city(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of("vehicleType", "Car/Truck"),
        born,
        null,
        null,
        Interaction.NONE,
        false,
        null,
        order.notice(),
        null,
        List.of());
  }
}
