package com.lotview.posting.numbers.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.json.StorableTime;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.openapi.ApiQuery;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.QueryParameters;
import com.lotview.posting.numbers.MonthLine;
import com.lotview.posting.numbers.MonthNumbers;
import com.lotview.posting.numbers.NeverPosted;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class NumbersController {
  private static final String MONTH = "month";

  private final MonthNumbers numbers;
  private final Clock clock;

  NumbersController(MonthNumbers numbers, Clock clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param name of the person or account; null for vehicles, and where it cannot be known
   * @param medianDaysOnLot age of the vehicles when they went live; null where it is not known
   */
  record NumbersLine(
      UUID id,
      @Nullable String name,
      long posted,
      Map<String, Long> failed,
      @Nullable Long medianSecondsToLive,
      @Nullable Long medianDaysOnLot) {
    static List<NumbersLine> of(List<MonthLine> lines, Function<UUID, @Nullable String> name) {
      return lines.stream()
          .map(line ->
              new NumbersLine(
                  line.id(),
                  name.apply(line.id()),
                  line.posted(),
                  line.failed(),
                  line.medianSeconds(),
                  line.medianDaysOnLot()))
          .toList();
    }
  }

  /**
   * A month.
   *
   * @param neverPosted null: the inventory does not answer now
   */
  record NumbersResponse(
      String month,
      String timezone,
      List<NumbersLine> byPerson,
      List<NumbersLine> byAccount,
      List<NumbersLine> byVehicle,
      @Nullable NeverPosted neverPosted) {
    static NumbersResponse of(YearMonth month, MonthNumbers.Numbers numbers) {
      return new NumbersResponse(
          month.toString(),
          numbers.zone().getId(),
          NumbersLine.of(numbers.byPerson(), numbers.names()::person),
          NumbersLine.of(numbers.byAccount(), numbers.names()::account),
          NumbersLine.of(numbers.byVehicle(), id -> null),
          numbers.neverPosted());
    }
  }

  /** For the API document. */
  record NumbersQuery(@Nullable @ApiField(example = "2026-11") String month) {}

  @GetMapping("/v1/numbers")
  @ApiQuery(NumbersQuery.class)
  Mono<NumbersResponse> numbers(Caller caller, ServerWebExchange exchange) {
    caller.require(Permission.NUMBERS_READ);
    QueryParameters.only(exchange, MONTH);
    YearMonth month = month(exchange.getRequest().getQueryParams().getFirst(MONTH));
    return numbers.of(caller.dealershipId(), month).map(found -> NumbersResponse.of(month, found));
  }

  private YearMonth month(@Nullable String sent) {
    if (sent == null) {
      return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }
    try {
      YearMonth month = YearMonth.parse(sent);
      if (StorableTime.isStorable(month.atDay(1))) {
        return month;
      }
    } catch (DateTimeException e) {
      // Refused below, as a month of another age is.
    }
    throw RefusalException.invalid(MONTH, "must be a month such as 2026-11");
  }
}
