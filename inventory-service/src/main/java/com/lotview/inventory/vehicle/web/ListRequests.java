package com.lotview.inventory.vehicle.web;

import com.lotview.inventory.vehicle.history.LotCalendar;
import com.lotview.inventory.vehicle.query.SearchReading;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleSearch;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Builds queries from requests, with the dealership's time and the words of its stock. */
@Component
class ListRequests {
  private final LotCalendar calendar;
  private final VehicleSearch searches;

  ListRequests(LotCalendar calendar, VehicleSearch searches) {
    this.calendar = calendar;
    this.searches = searches;
  }

  /**
   * A request, read.
   *
   * @param now at the dealership
   */
  record Asked(ZonedDateTime now, VehicleQuery query) {}

  /** Makes a query of the parameters. */
  private interface Making {
    VehicleQuery query(ZonedDateTime now, SearchReading search);
  }

  /** The part of the list that the parameters ask for. */
  Mono<Asked> asked(UUID dealershipId, VehicleListParameters parameters) {
    return asked(
        dealershipId, parameters, (now, search) -> parameters.query(now.toLocalDate(), search));
  }

  /** The first vehicles of the list. */
  Mono<Asked> first(UUID dealershipId, VehicleListParameters parameters, int most) {
    return asked(
        dealershipId,
        parameters,
        (now, search) -> parameters.query(now.toLocalDate(), search, most));
  }

  private Mono<Asked> asked(UUID dealershipId, VehicleListParameters parameters, Making making) {
    return Mono.defer(() -> {
      String search = parameters.searched();
      return calendar
          .now(dealershipId)
          .flatMap(now -> {
            // Invalid parameters are refused before any other work.
            making.query(now, SearchReading.NONE);
            return searches
                .read(dealershipId, search, now.toLocalDate())
                .map(read -> new Asked(now, making.query(now, read)));
          });
    });
  }
}
