package com.lotview.posting.calendar.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiQuery;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.QueryParameters;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.calendar.AccountPlan;
import com.lotview.posting.calendar.Calendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class CalendarController {
  private static final int WEEK = 7;
  private static final int MOST_DAYS = 31;
  private static final int FARTHEST = 120;

  private final Calendar calendar;
  private final Clock clock;

  CalendarController(Calendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Plans of accounts. */
  record CalendarResponse(String timezone, List<PlannedAccount> accounts) {
    static CalendarResponse of(Calendar.Plans plans, Instant now) {
      return new CalendarResponse(
          plans.zone().getId(),
          plans.accounts().stream().map(plan -> PlannedAccount.of(plan, now)).toList());
    }
  }

  /** The plan of one. */
  record PlannedAccount(
      UUID id,
      String label,
      AccountState state,
      @Nullable Instant nextFree,
      List<AccountPlan.Day> days) {
    static PlannedAccount of(AccountPlan plan, Instant now) {
      return new PlannedAccount(
          plan.account().id(),
          plan.account().label(),
          plan.account().stateAt(now),
          plan.nextFree(),
          plan.days());
    }
  }

  /** For the API document. */
  record CalendarQuery(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID fbAccountId) {}

  @GetMapping("/v1/calendar")
  @ApiQuery(CalendarQuery.class)
  Mono<CalendarResponse> calendar(Caller caller, ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_READ);
    QueryParameters sent = QueryParameters.of(exchange, ApiQuery.Names.of(CalendarQuery.class));
    UUID account = sent.uuid("fbAccountId");
    return calendar
        .zone(caller.dealershipId())
        .flatMap(zone -> calendar.plan(caller, zone, dates(sent, zone), account))
        .map(plans -> CalendarResponse.of(plans, clock.instant()));
  }

  private List<LocalDate> dates(QueryParameters sent, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate from = date(sent, "from", today);
    LocalDate to = date(sent, "to", from.plusDays(WEEK - 1));
    if (from.isBefore(today) || from.isAfter(today.plusDays(FARTHEST))) {
      throw RefusalException.invalid("from", "must be today or one of the next 120 days");
    }
    if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
      throw RefusalException.invalid("to", "must be from or one of the 30 days after it");
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }

  private static LocalDate date(QueryParameters sent, String name, LocalDate otherwise) {
    String text = sent.text(name, 10);
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RefusalException.invalid(name, "must be a date such as 2026-12-01");
    }
  }
}
