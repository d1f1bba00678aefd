package com.lotview.sandbox.control;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Faces;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opening accounts and ending or renewing their sessions. */
final class AccountControl {
  private static final List<String> GROUPS =
      List.of("Cars and trucks for sale", "Neighborhood buy and sell");

  private final Accounts accounts;
  private final SessionCookies cookies;
  private final Faces faces;
  private final Gates gates;

  /** The body of POST /__accounts. */
  record Order(
      @Nullable String name,
      @Nullable String city,
      @Nullable List<String> groups,
      @Nullable String domain,
      @Nullable String variant,
      @Nullable Boolean twoFactor) {}

  /** The body of POST /__accounts/{id}/variant. */
  record VariantOrder(@Nullable String variant) {}

  AccountControl(Accounts accounts, SessionCookies cookies, Faces faces, Gates gates) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.faces = faces;
    this.gates = gates;
  }

  Response open(Request request) throws IOException {
    Order order = Json.read(request.text(), Order.class);
    if (order.name() == null || order.city() == null) {
      throw new BadRequest("name and city are needed");
    }
    List<String> groups = Objects.requireNonNullElse(order.groups(), GROUPS);
    if (order.variant() != null) {
      faces.named(order.variant());
    }
    boolean twoFactor = Objects.requireNonNullElse(order.twoFactor(), false);
    Account account = accounts.open(order.name(), order.city(), groups, order.variant(), twoFactor);
    return session(account, Objects.requireNonNullElse(order.domain(), request.hostName()));
  }

  Response list(Request request) {
    return Response.json(
        200, Map.of("accounts", accounts.all().stream().map(this::summary).toList()));
  }

  Response showVariant(Request request) throws IOException {
    VariantOrder order = Json.read(request.text(), VariantOrder.class);
    if (order.variant() != null) {
      faces.named(order.variant());
    }
    return accounts
        .showVariant(request.pathParameter(0), order.variant())
        .map(account -> Response.json(200, summary(account)))
        .orElseGet(() -> Response.json(404, Map.of("error", "no such account")));
  }

  Response signIn(Request request) {
    return answer(accounts.signIn(request.pathParameter(0)), request);
  }

  Response signOut(Request request) {
    return accounts.signOut(request.pathParameter(0)).isPresent()
        ? Response.empty()
        : Response.json(404, Map.of("error", "no such account"));
  }

  Response lift(Request request) {
    gates.lift(request.pathParameter(0));
    return Response.empty();
  }

  Map<String, Object> summary(Account account) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("id", account.id());
    summary.put("name", account.name());
    summary.put("city", account.city());
    summary.put("variant", faces.variantOf(account));
    summary.put("signedIn", account.xs() != null);
    summary.put("heldUpBy", gates.of(account.id()).map(FaultKind::wireName).orElse(""));
    return summary;
  }

  private Response answer(Optional<Account> account, Request request) {
    return account
        .map(found -> session(found, request.query("domain").orElse(request.hostName())))
        .orElseGet(() -> Response.json(404, Map.of("error", "no such account")));
  }

  private Response session(Account account, String domain) {
    Map<String, Object> session = summary(account);
    session.put("email", account.email());
    session.put("password", account.password());
    session.put("twoFactor", account.asksForCode());
    session.put("twoFactorCode", account.twoFactorCode());
    session.put("c_user", account.id());
    session.put("xs", String.valueOf(account.xs()));
    session.put("cookies", cookies.export(account, domain));
    return Response.json(200, session);
  }
}
